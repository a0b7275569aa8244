// What bench/org-chart.bench.ts calls in the page: builds a list, shows it, moves it. Times end with a painted frame.

import type { OrgChartUnit } from '../../packages/components/src/org-chart/unit.ts';
import '../../packages/components/src/org-chart/kt-org-chart.ts';

const breadth = 6;
let units: OrgChartUnit[] = [];

/** The next painted frame: what a frame callback asks for has been painted when a message posted from it arrives. */
function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  });
}

function prepare(count: number): void {
  units = Array.from({ length: count }, (_, n) => ({
    id: `unit-${n}`,
    ...(n > 0 ? { parent: `unit-${Math.floor((n - 1) / breadth)}` } : {}),
    name: `第 ${n} 社区大党委`,
    party: n % 5 === 0,
    people: [{ post: '书记', name: '林某某' }],
    facts: [`微格 ${n % 17}`],
  }));
}

/** From the flat list to the first painted frame, everything open; and for the floor, from nothing to one box. */
async function paint(adapter: 'ours' | 'null'): Promise<number> {
  const start = performance.now();
  if (adapter === 'ours') {
    const chart = document.createElement('kt-org-chart');
    chart.openLevels = Infinity;
    chart.units = units;
    document.body.append(chart);
  } else {
    const box = document.createElement('div');
    box.className = 'null-adapter';
    box.textContent = units[0]?.name ?? '';
    document.body.append(box);
  }
  return (await painted()) - start;
}

function chart(): HTMLElementTagNameMap['kt-org-chart'] {
  const found = document.querySelector('kt-org-chart');
  if (!found) throw new Error('paint first');
  return found;
}

function elements(): number {
  return 1 + (chart().shadowRoot?.querySelectorAll('*').length ?? 0);
}

/** Wheels the chart to and fro, once a frame; the times between frames. Without a chart, those of the page itself. */
async function pan(frames: number): Promise<number[]> {
  const stage = document.querySelector('kt-org-chart')?.shadowRoot?.querySelector('.stage');
  const times: number[] = [];
  let before = await painted();
  for (let frame = 0; frame < frames; frame++) {
    const deltaX = frame % 60 < 30 ? 40 : -40;
    stage?.dispatchEvent(new WheelEvent('wheel', { deltaX, cancelable: true, bubbles: true }));
    const now = await painted();
    times.push(now - before);
    before = now;
  }
  return times;
}

/** Brings a unit far away on the stage; the time until it is painted there. */
async function reveal(share: number): Promise<number> {
  const id = units[Math.floor((units.length - 1) * share)]?.id ?? '';
  const name = units[Math.floor((units.length - 1) * share)]?.name ?? '';
  const start = performance.now();
  chart().reveal(id);
  const time = (await painted()) - start;
  const box = [...(chart().shadowRoot?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])].find(
    ({ title }) => title === name,
  );
  const at = box?.getBoundingClientRect();
  if (!at || at.left < 0 || at.right > innerWidth || at.top < 0) throw new Error(`${id} is not on the stage`);
  return time;
}

Object.assign(window, { chartBench: { prepare, paint, elements, pan, reveal } });

declare global {
  interface Window {
    chartBench: {
      prepare: typeof prepare;
      paint: typeof paint;
      elements: typeof elements;
      pan: typeof pan;
      reveal: typeof reveal;
    };
  }
}

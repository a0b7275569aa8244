import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '@keting/components/kt-case-page.js';
import { luqiao } from '@keting/models';
import type { KtCasePage } from '../../../packages/components/src/case-page/case-page.ts';
import type { FileOf } from '../../../packages/components/src/case-page/case-files.ts';
import { picture } from '../photo-field/picture.ts';
import { friday, grid } from './case-desk.ts';
import { until } from './until.ts';

const found = <Kind extends HTMLElement = HTMLElement>(page: KtCasePage, selector: string): Kind | null =>
  page.renderRoot.querySelector<Kind>(selector);

const bytesOf = async (kind: string): Promise<Uint8Array> =>
  new Uint8Array(await (await picture(kind, 'a')).arrayBuffer());

async function pageWith(fileOf: FileOf): Promise<KtCasePage> {
  const shown = {
    id: 'c1',
    class: 'manhole-cover',
    grade: 'prompt',
    stage: 'closed',
    grid,
    mode: 'anonymous',
    reportedAt: friday,
    photos: ['p1'],
  } as const;
  const page = await fixture<KtCasePage>(html`
    <kt-case-page lang="en" .model=${luqiao} .case=${shown} .offers=${[]} .fileOf=${fileOf}></kt-case-page>
  `);
  await until(() => found(page, '.photos .open') !== null);
  return page;
}

const isOpen = (page: KtCasePage): boolean => found<HTMLDialogElement>(page, 'dialog')?.open === true;

describe('the files of a case', () => {
  it('[CASE-01] a photo opens whole, in its own shape, and Escape leads back to where one was', async () => {
    const bytes = await bytesOf('image/png');
    const page = await pageWith(() => Promise.resolve({ bytes, type: 'image/png' }));
    found(page, '.photos .open')?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen(page) && found<HTMLCanvasElement>(page, 'canvas.whole')?.width === 40);
    const { width, height } = found<HTMLCanvasElement>(page, 'canvas.whole') ?? {};
    expect([width, height]).to.deep.equal([40, 20]);
    await expect(page).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(page));
    expect(page.shadowRoot?.activeElement?.matches('.photos .open')).to.equal(true);
    found(page, '.photos .open')?.click();
    await until(() => isOpen(page));
    found(page, '.viewer-head button')?.click();
    await until(() => !isOpen(page));
  });

  it('[CASE-01] a film that the browser cannot play can be saved, and says so', async () => {
    const bytes = new TextEncoder().encode('no film');
    const page = await pageWith(() => Promise.resolve({ bytes, type: 'video/mp4' }));
    found(page, '.photos .open')?.click();
    await until(() => found(page, 'dialog [role=alert]') !== null);
    const saved = found<HTMLAnchorElement>(page, 'dialog a');
    expect([saved?.download, saved?.href.startsWith('blob:')]).to.deep.equal(['p1.mp4', true]);
    await expect(page).to.be.accessible();
  });

  it('[ALL-01] what is open closes with the case', async () => {
    const bytes = await bytesOf('image/png');
    const page = await pageWith(() => Promise.resolve({ bytes, type: 'image/png' }));
    found(page, '.photos .open')?.click();
    await until(() => isOpen(page));
    if (page.case) page.case = { ...page.case, id: 'c2', photos: [] };
    await until(() => !isOpen(page));
    expect(found(page, 'canvas')).to.equal(null);
  });
});

import { ContextProvider } from '@lit/context';
import { aTimeout, expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import {
  deskContext,
  DeskController,
  KtCommandEvent,
  LanguageController,
  request,
  type KtDesk,
  type KtDoneEvent,
  type KtQueuedEvent,
  type KtRefusedEvent,
} from '@keting/components';
import '@keting/components/kt-desk.js';
import { anonymous, commandId, type Command, type Refusal } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import type { Desk, Done, Receipt } from '@keting/runtime';
import { LitElement } from 'lit';
import * as z from 'zod/mini';
import { styled } from '../../../packages/components/src/base/styled.ts';

const model = sampleModel();
const firstId = z.parse(commandId, '01932f4e-0000-7000-8000-000000000001');
const secondId = z.parse(commandId, '01932f4e-0000-7000-8000-000000000002');
const done: Done = { ok: true, id: firstId, at: 0, events: [] };
const refusal: Refusal = { code: 'not-found', rule: 'ALL-01', ids: [], params: {} };
const command: Command = { type: 'UrgeCase', data: { case: 'x' } };

/** A desk that notes what it is asked and answers as told. */
function deskAnswering(answer: Receipt | Error): Desk & { readonly sent: Command[] } {
  const sent: Command[] = [];
  const notAsked = (): never => {
    throw new Error('not asked in these tests');
  };
  return {
    sent,
    model,
    actor: anonymous,
    send: (asked) => {
      sent.push(asked);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    can: notAsked,
    offers: notAsked,
    view: notAsked,
    sum: notAsked,
    ask: notAsked,
    watch: notAsked,
    standings: notAsked,
    attach: notAsked,
    file: notAsked,
    newId: notAsked,
    now: notAsked,
  };
}

class XAsker extends LitElement {
  readonly arrivals: (Desk | 'gone')[] = [];
  readonly desk = new DeskController(this, (desk) => {
    this.arrivals.push(desk);
    return () => this.arrivals.push('gone');
  });
  readonly words = new LanguageController(this, { 'zh-Hans': '好', 'zh-Hant': '好的', en: 'good' });

  protected override render() {
    return html`<span>${this.words.texts}</span><i>${this.desk.desk ? 'in' : 'out'}</i>`;
  }
}
customElements.define('x-asker', XAsker);

async function inDesk(desk: Desk): Promise<{ provider: KtDesk; asker: XAsker }> {
  const provider = await fixture<KtDesk>(html`<kt-desk .desk=${desk}><x-asker></x-asker></kt-desk>`);
  const asker = provider.querySelector<XAsker>('x-asker');
  if (!asker) throw new Error('no asker');
  return { provider, asker };
}

describe('kt-desk', () => {
  it('gives its desk to what is inside, and the next when it changes', async () => {
    const [first, second] = [deskAnswering(done), deskAnswering(done)];
    const { provider, asker } = await inDesk(first);
    expect(asker.desk.desk).to.equal(first);
    provider.desk = second;
    expect(asker.desk.desk).to.equal(second);
    expect(asker.arrivals).to.deep.equal([first, 'gone', second]);
  });

  it('lets go of the desk when the element is taken out, and finds it again when it is put back', async () => {
    const desk = deskAnswering(done);
    const { provider, asker } = await inDesk(desk);
    asker.remove();
    expect(asker.desk.desk).to.equal(undefined);
    provider.append(asker);
    expect(asker.arrivals).to.deep.equal([desk, 'gone', desk]);
  });

  it('[ALL-01] has what is inside drawn anew when its desk goes, comes or is left', async () => {
    const { provider, asker } = await inDesk(deskAnswering(done));
    const shown = async (): Promise<string | null | undefined> => {
      await asker.updateComplete;
      return asker.renderRoot.querySelector('i')?.textContent;
    };
    expect(await shown()).to.equal('in');
    provider.desk = undefined;
    expect(await shown(), 'signed out').to.equal('out');
    provider.desk = deskAnswering(done);
    expect(await shown(), 'someone else').to.equal('in');
    asker.remove();
    expect(await shown(), 'taken out').to.equal('out');
  });

  it('is found by elements that were there before a provider', async () => {
    const place = await fixture<HTMLElement>(html`<div><x-asker></x-asker></div>`);
    const asker = place.querySelector<XAsker>('x-asker');
    const desk = deskAnswering(done);
    new ContextProvider(place, { context: deskContext, initialValue: desk }).hostConnected();
    expect(asker?.desk.desk === desk).to.equal(true);
  });

  it('takes commands out of shadow roots and answers with the receipt', async () => {
    const desk = deskAnswering(done);
    const { provider, asker } = await inDesk(desk);
    const told = oneEvent<KtDoneEvent>(provider, 'kt-done');
    const inner = asker.renderRoot.querySelector('span');
    expect(inner && (await request(inner, command))).to.equal(done);
    expect(desk.sent).to.deep.equal([command]);
    expect((await told).receipt).to.equal(done);
  });

  it('tells of a refusal where it was asked', async () => {
    const { provider, asker } = await inDesk(deskAnswering({ ok: false, id: firstId, refusal }));
    const told = oneEvent<KtRefusedEvent>(provider, 'kt-refused');
    await request(asker, command);
    const event = await told;
    expect([event.refusal, event.command, event.target]).to.deep.equal([refusal, command, asker]);
  });

  it('[CASE-01] tells where it was asked that a command waits on this device', async () => {
    const { provider, asker } = await inDesk(deskAnswering({ ok: 'queued', id: firstId }));
    const told = oneEvent<KtQueuedEvent>(provider, 'kt-queued');
    await request(asker, command);
    const event = await told;
    expect([event.command, event.target]).to.deep.equal([command, asker]);
  });

  it('hands a failure of the desk to the asker, and to no one else', async () => {
    const { asker } = await inDesk(deskAnswering(new Error('disk full')));
    const failed = await Promise.resolve(request(asker, command)).catch((error: unknown) => String(error));
    expect(failed).to.equal('Error: disk full');
    await aTimeout(0);
  });

  it('leaves alone what a page has prevented or answered: a page that only prevents has taken it', async () => {
    const desk = deskAnswering(done);
    const { asker } = await inDesk(desk);
    const once = { once: true } as const;
    asker.addEventListener('kt-command', (event) => event.preventDefault(), once);
    expect(request(asker, command)).to.equal('given');
    const other: Receipt = { ...done, id: secondId };
    asker.addEventListener('kt-command', (event) => event.respondWith(Promise.resolve(other)), once);
    expect(await request(asker, command)).to.equal(other);
    const both = (event: KtCommandEvent): void => {
      event.preventDefault();
      event.respondWith(Promise.resolve(other));
    };
    asker.addEventListener('kt-command', both, once);
    expect(await request(asker, command), 'an answer says more than that it was taken').to.equal(other);
    expect(desk.sent).to.deep.equal([]);
  });

  it('lets the nearest of two desks answer, once', async () => {
    const [outer, inner] = [deskAnswering(done), deskAnswering(done)];
    const page = await fixture<KtDesk>(
      html`<kt-desk .desk=${outer}
        ><kt-desk .desk=${inner}><x-asker></x-asker></kt-desk
      ></kt-desk>`,
    );
    const asker = page.querySelector<XAsker>('x-asker');
    await (asker && request(asker, command));
    expect([outer.sent.length, inner.sent.length]).to.deep.equal([0, 1]);
  });

  it('answers nothing without a desk', async () => {
    const empty = await fixture(html`<kt-desk><x-asker></x-asker></kt-desk>`);
    expect(request(empty, command)).to.equal(undefined);
  });

  it('hears the first answer to a command only', async () => {
    const event = new KtCommandEvent(command);
    event.respondWith(Promise.resolve(done));
    event.respondWith(Promise.resolve({ ...done, id: secondId }));
    expect(await event.response).to.equal(done);
  });

  it('takes no room of its own', async () => {
    const { provider } = await inDesk(deskAnswering(done));
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  it('[ALL-04] sets the language of what is inside, through shadow roots, and follows a change', async () => {
    const { provider, asker } = await inDesk(deskAnswering(done));
    for (const [lang, word] of [
      ['en', 'good'],
      ['zh-TW', '好的'],
      ['zh-CN', '好'],
    ] as const) {
      provider.lang = lang;
      await nextFrame();
      expect(asker.renderRoot.querySelector('span')?.textContent).to.equal(word);
    }
  });

  it('[ALL-05] sets the density of what is inside', async () => {
    const { provider } = await inDesk(deskAnswering(done));
    const inside = (): string => getComputedStyle(provider).getPropertyValue('--kt-scale').trim();
    provider.density = 'large';
    await provider.updateComplete;
    expect(Number(inside())).to.be.closeTo(20 / 14, 0.001);
    provider.density = 'dense';
    await provider.updateComplete;
    expect(inside()).to.equal('1');
  });
});

describe('styled()', () => {
  it('[ALL-06] sets styles where a policy refuses style attributes', async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src 'self'";
    document.head.append(policy);
    const box = await fixture<HTMLElement>(html`<div ${styled({ width: '7px', '--_level': '3' })}></div>`);
    expect([box.style.width, box.style.getPropertyValue('--_level')]).to.deep.equal(['7px', '3']);
    expect(refused).to.deep.equal([]);
    const attribute = document.createElement('div');
    attribute.setAttribute('style', 'width: 7px');
    document.body.append(attribute);
    await aTimeout(0);
    expect(refused, 'the policy does hold').to.deep.equal(['style-src-attr']);
    attribute.remove();
  });

  it('takes away what is no longer given', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const { render } = await import('lit');
    const draw = (width: string | undefined): unknown => render(html`<p ${styled({ width })}></p>`, place);
    draw('7px');
    expect(place.querySelector('p')?.style.width).to.equal('7px');
    draw(undefined);
    expect(place.querySelector('p')?.style.width).to.equal('');
  });
});

import './portal-command.ts';
import './portal-question.ts';
import './portal-report.ts';
import './portal-rows.ts';
import { addEventTexts, addRefusalTexts, moreEventTexts, moreRefusalTexts } from '@keting/components';
import type { Acting, Language, Standing } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { groups, type Capability, type Group } from './capability.ts';
import { capabilities } from './catalogue.ts';
import { mayAtAll, questionOf, seenBy } from './domain.ts';
import { Names } from './names.ts';
import { capabilityTexts } from './page.texts.ts';
import { hashOf } from '../state.ts';
import { texts as pageTexts } from '../texts.ts';
import { reports } from './reports.ts';
import { viewWord } from './words.ts';

// Here every command is sent and every event shown: each refusal and each event must have words.
addRefusalTexts(moreRefusalTexts);
addEventTexts(moreEventTexts);

/** Everything that the system can do, as a list; or one capability with what there is and what one may do. */
@customElement('portal-capabilities')
export class PortalCapabilities extends LitElement {
  @property({ attribute: false }) desk!: Desk;
  @property() language: Language = 'zh-Hans';
  /** The capability that is shown; a list of all where it is empty. */
  @property() code = '';

  @state() private standings: readonly Standing[] | 'asked' | 'failed' = 'asked';
  @state() private names!: Names;

  /** The page's own styles hold here too. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.readStandings();
    if (changed.has('desk') || changed.has('language')) this.names = new Names(this.desk, this.language);
  }

  private readStandings(): void {
    const { desk } = this;
    this.standings = 'asked';
    desk.standings().then(
      (standings) => {
        if (desk === this.desk) this.standings = standings;
      },
      (trouble: unknown) => {
        if (desk === this.desk) this.standings = 'failed';
        console.warn(trouble);
      },
    );
  }

  protected override render(): TemplateResult {
    const capability = capabilities.find(({ code }) => code === this.code);
    if (capability !== undefined) return this.one(capability);
    const words = capabilityTexts[this.language];
    return html`
      <p>${this.code === '' ? words.intro : words.unknown}</p>
      <div class="capabilities">${groups.map((group) => this.group(group))}</div>
    `;
  }

  private group(group: Group): TemplateResult {
    const words = capabilityTexts[this.language];
    return html`
      <section class="card">
        <h2>${words.groups[group]}</h2>
        <ul>
          ${capabilities.filter((one) => one.group === group).map((one) => this.entry(one))}
        </ul>
      </section>
    `;
  }

  private entry({ code, title, how }: Capability): TemplateResult {
    const here = how(this.desk.model);
    return html`<li class=${here === undefined ? 'lacking' : nothing}>
      <a href=${hashOf('capabilities', code)}><span class="tag">${code}</span>${title[this.language]}</a>
      ${here === undefined ? html`<span>${capabilityTexts[this.language].notHere}</span>` : nothing}
    </li>`;
  }

  private one(capability: Capability): TemplateResult {
    const words = capabilityTexts[this.language];
    const { code, title, how, page } = capability;
    const here = how(this.desk.model);
    return html`
      <div class="capability">
        <a href=${hashOf('capabilities')}>← ${words.back}</a>
        <h2><span class="tag">${code}</span> ${title[this.language]}</h2>
        <section class="card">
          <h3>${words.howHere}</h3>
          <p>${here?.[this.language] ?? words.notHere}</p>
          ${
            page === undefined
              ? nothing
              : html`<p><a href=${hashOf(page)}>${words.seeAlso(pageTexts[this.language].pages[page])}</a></p>`
          }
        </section>
        ${here === undefined ? nothing : this.parts(capability)}
      </div>
    `;
  }

  /** What there is of it, and what one may do. A place that has no such mechanism has neither. */
  private parts(capability: Capability): TemplateResult {
    const words = capabilityTexts[this.language];
    const { standings } = this;
    if (standings === 'asked') return html`<p role="status">${words.loading}</p>`;
    if (standings === 'failed') {
      return html`<p class="wrong" role="alert">${words.failed}</p>
        <div class="actions"><button type="button" @click=${() => this.readStandings()}>${words.again}</button></div>`;
    }
    return html`${this.data(capability, standings)} ${this.asked(capability, standings)}
    ${this.actions(capability, standings)}`;
  }

  private acting(standings: readonly Standing[]): Acting {
    return { actor: this.desk.actor, standings };
  }

  private data(capability: Capability, standings: readonly Standing[]): TemplateResult {
    const words = capabilityTexts[this.language];
    const { code, views } = capability;
    return html`
      <h3>${words.data}</h3>
      ${views.length === 0 && !(code in reports) ? html`<p>${words.noData}</p>` : nothing}
      ${this.report(capability, standings)} ${views.map((view) => this.rows(view, standings))}
    `;
  }

  private report({ code }: Capability, standings: readonly Standing[]): TemplateResult | typeof nothing {
    const { desk, language, names } = this;
    if (!(code in reports)) return nothing;
    return html`<portal-report
      .desk=${desk}
      .names=${names}
      .standings=${standings}
      .code=${code}
      .language=${language}
    ></portal-report>`;
  }

  private rows(view: string, standings: readonly Standing[]): TemplateResult {
    const { desk, language, names } = this;
    if (mayAtAll(desk.model, this.acting(standings), seenBy(view))) {
      return html`<portal-rows .desk=${desk} .names=${names} .view=${view} .language=${language}></portal-rows>`;
    }
    return html`<section class="card rows">
      <h4>${viewWord(view, language)}</h4>
      <p class="empty">${capabilityTexts[language].notYours}</p>
    </section>`;
  }

  /** What may be asked of it by whoever may be told anything. */
  private asked({ questions = [] }: Capability, standings: readonly Standing[]): TemplateResult | typeof nothing {
    const { desk, language, names } = this;
    const acting = this.acting(standings);
    const open = questions.filter((name) => questionOf(name).sees.some((it) => mayAtAll(desk.model, acting, it)));
    if (open.length === 0) return nothing;
    return html`
      <h3>${capabilityTexts[language].questions}</h3>
      ${open.map(
        (name) =>
          html`<portal-question
            .desk=${desk}
            .names=${names}
            .standings=${standings}
            .question=${name}
            .language=${language}
          ></portal-question>`,
      )}
    `;
  }

  private actions({ commands }: Capability, standings: readonly Standing[]): TemplateResult {
    const { desk, language, names } = this;
    const words = capabilityTexts[language];
    const acting = this.acting(standings);
    const open = commands.filter((command) => mayAtAll(desk.model, acting, command));
    return html`
      <h3>${words.actions}</h3>
      ${open.length === 0 ? html`<p>${words.noActions}</p>` : nothing}
      ${open.map(
        (command) =>
          html`<portal-command
            .desk=${desk}
            .names=${names}
            .standings=${standings}
            .command=${command}
            .language=${language}
          ></portal-command>`,
      )}
    `;
  }
}

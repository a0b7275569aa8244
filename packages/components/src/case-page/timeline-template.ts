import { html, nothing, type TemplateResult } from 'lit';
import { eventText } from '../base/event-text.ts';
import { erasedPerson } from '../base/person-name.ts';
import type { PageCase, PageEntry } from './page-case.ts';
import { instantText, type Wording } from './wording.ts';

function whatHappened(entry: PageEntry, { model, language, texts, nameOf }: Wording): string {
  const handler = entry.handler && (entry.handlerName ?? nameOf?.(entry.handler, 'unit') ?? entry.handler);
  const tier = model.meetings.find(({ id }) => id === entry.tier)?.label[language];
  const rating = model.cases.ratings.find(({ id }) => id === entry.rating)?.label[language];
  return [
    eventText(entry.event, language) ?? entry.event,
    handler === undefined ? '' : texts.to(handler),
    tier === undefined ? '' : texts.at(tier),
    rating === undefined ? '' : texts.rated(rating),
  ].join('');
}

function who({ by, actor, actorName, actorErased }: PageEntry, { language, texts, nameOf }: Wording): string {
  if (by === 'reporter') return texts.byReporter;
  if (by === 'process') return texts.byProcess;
  if (actorErased === true) return erasedPerson[language];
  return actorName ?? (actor === undefined ? undefined : nameOf?.(actor, 'person')) ?? texts.byPerson;
}

/** By whom, on what basis, and, where the limit that began with it still `runs`, until when. */
function asideText(entry: PageEntry, runs: boolean, wording: Wording): string {
  const { model, language, texts } = wording;
  const why = model.cases.dispatch.find(({ id }) => id === entry.rule)?.why[language];
  return [
    who(entry, wording),
    why === undefined ? '' : texts.basis(why),
    entry.due === undefined || !runs ? '' : texts.until(instantText(wording, entry.due)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function entryTemplate(entry: PageEntry, runs: boolean, wording: Wording): TemplateResult {
  const reported = entry.event === 'CaseReported';
  return html`
    <li class="by-${entry.by} ${entry.event === 'CaseSupervised' ? 'late' : ''}">
      <div class="happened">
        <span class="what">${whatHappened(entry, wording)}</span>
        <span class="aside"
          ><time datetime=${new Date(entry.at).toISOString()}>${instantText(wording, entry.at)}</time></span
        >
      </div>
      <div class="aside">${asideText(entry, runs, wording)}</div>
      ${entry.words === undefined || reported ? nothing : html`<p class="words">${entry.words}</p>`}
      ${reported ? nothing : wording.pictures(entry.photos)}
    </li>
  `;
}

/** What happened to a case, the first thing first. */
export const timelineTemplate = (
  one: PageCase,
  entries: readonly PageEntry[],
  wording: Wording,
): TemplateResult => html`
  <section aria-labelledby="timeline-title">
    <h3 id="timeline-title">${wording.texts.timeline}</h3>
    <ol class="timeline" part="timeline">
      ${entries.map((entry) => entryTemplate(entry, entry.due === one.due, wording))}
    </ol>
  </section>
`;

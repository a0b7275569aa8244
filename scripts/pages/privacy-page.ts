// docs/privacy.md, made from the marks of events and views: what is kept of persons, what for, who sees it, what becomes of it.

import {
  contexts,
  statedPurposes,
  type Context,
  type EventSpec,
  type PersonalField,
  type Purpose,
  type View,
} from '@keting/domain';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (text: string): string => `\`${text}\``;

/** What a field is kept for; where several may apply, the first that does. */
const purposesOf = (marks: readonly PersonalField[]): string =>
  [...new Set(marks.map(({ purpose }) => purpose))].join(', else ');

const afterErasure = (marks: readonly PersonalField[]): string => {
  const kept = new Set(marks.map(({ purpose }) => statedPurposes[purpose].kept));
  if (kept.size > 1) return 'erased, where it was said of an own matter';
  return kept.has(true) ? 'stays, without the name' : 'erased';
};

/** Fields of one event that hold texts or files of persons. */
const fieldRows = ([type, { personal = {} }]: readonly [string, EventSpec]): readonly string[] =>
  Object.entries(personal).map(([field, marks]) =>
    row([code(type), code(field), purposesOf(marks), afterErasure(marks)]),
  );

/** Columns of one view that not everybody who sees the row sees. */
function columnRows({ name, contents = {}, hides = {}, masks = {} }: View): readonly string[] {
  const shown: Readonly<Record<string, string | undefined>> = { ...contents, ...hides };
  const masked: Readonly<Record<string, { readonly as: string } | undefined>> = masks;
  return Object.keys(shown).map((column) => {
    const kind = masked[column]?.as;
    return row([
      code(name),
      code(column),
      code(shown[column] ?? ''),
      kind === undefined ? 'left out' : `masked as ${kind}`,
    ]);
  });
}

function part({ name, events, views }: Context): string {
  const fields = Object.entries(events).flatMap(fieldRows);
  const columns = views.flatMap(columnRows);
  if (fields.length + columns.length === 0) return '';
  const kept = [
    row(['event', 'field', 'kept for', 'when the person is erased']),
    row(['---', '---', '---', '---']),
    ...fields,
  ];
  const seen = [row(['view', 'column', 'shown by', 'else']), row(['---', '---', '---', '---']), ...columns];
  return [
    `### ${name}`,
    ...(fields.length > 0 ? [kept.join('\n')] : []),
    ...(columns.length > 0 ? [seen.join('\n')] : []),
  ].join('\n\n');
}

const purposeRow = ([purpose, { label, kept }]: readonly [string, (typeof statedPurposes)[Purpose]]): string =>
  row([code(purpose), label.en, label['zh-Hans'], kept ? 'stays, without the name' : 'erased']);

/** The page as text. */
export function privacyPage(): string {
  return `# Privacy

What Keting keeps of persons, what for, who sees it, and what becomes of it. This page is made from the marks in the code by \`npm run docs\`; a
test keeps it as they are. How a record is defended is in [Security](security.md); why a person is erased as they are, in
[a decision](decisions/erasing-a-person.md).

**What it does not keep.** No list of matters by petitioner, no dossier of residents, no score of a citizen, no label of a household, no trace
of anybody's movements; a model cannot switch any of it on. Points are earned and never taken as a penalty; an honour exists only by the consent of its holder.

**How it keeps the rest.** Names, telephones, addresses and free texts stand beside the record, not in it: an event holds a reference and a salted hash
of each, so that erasing the text leaves the history valid. Whoever has no need of a text is shown it masked, or not at all. Counts of persons
under five are not shown to outsiders. Everybody may ask what is kept about them (\`exportPerson\`) and have it erased (\`ErasePerson\`).

## What for

| purpose | what for | 目的 | when the person is erased |
| --- | --- | --- | --- |
${Object.entries(statedPurposes).map(purposeRow).join('\n')}

What a place asks a consent for beyond these is said in its model, given and withdrawn by \`GiveConsent\` and \`WithdrawConsent\`. A text of a field
that is not named below is its writer's own and is erased with them.

## Context by context

"Shown by" is the permission that shows a column to a reader of the row; who has it is in the place's model ([rules](rules.md), ALL-01).

${contexts
  .map(part)
  .filter((text) => text !== '')
  .join('\n\n')}
`;
}

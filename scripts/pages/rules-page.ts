// docs/rules.md, made from the catalogues of refusals and their texts.

import * as domain from '@keting/domain';
import { capabilities } from '../../examples/portal/src/capabilities/catalogue.ts';
import { moreRefusalTexts } from '../../packages/components/src/base/more-refusals.texts.ts';
import { refusalTexts } from '../../packages/components/src/base/refusals.texts.ts';

const known = new Map(capabilities.map(({ code, title, asked }) => [code, { title: title.en, asked }]));

/** Where a rule comes from: the accounts that tell of it, or that all places need it. */
function sourceOf(asked: readonly string[]): string {
  if (asked.length === 0) return 'Asked for by all places alike.';
  return asked.length === 5 ? 'Told by all five accounts.' : `Told by the accounts of ${asked.join(', ')}.`;
}

const isCatalogue = (name: string, value: unknown): value is Readonly<Record<string, string>> =>
  name.endsWith('Refusals') && typeof value === 'object' && value !== null;

/** Codes of refusals by the capability whose rule each keeps. */
function codesByCapability(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const [name, value] of Object.entries<unknown>(domain)) {
    if (!isCatalogue(name, value)) continue;
    for (const [code, capability] of Object.entries(value)) {
      found.set(capability, (found.get(capability) ?? new Set()).add(code));
    }
  }
  return new Map([...found].map(([capability, codes]) => [capability, [...codes].sort()]));
}

function section(capability: string, codes: readonly string[]): string {
  const { title, asked } = known.get(capability) ?? { title: '', asked: [] };
  const texts = { ...moreRefusalTexts.en, ...refusalTexts.en };
  const rules = codes.map((code, i) => `| ${capability}.${i + 1} | \`${code}\` | ${texts[code] ?? ''} |`);
  return `### ${capability} ${title}

${sourceOf(asked)}

| rule | code | what somebody is told who breaks it |
| --- | --- | --- |
${rules.join('\n')}
`;
}

const groups = [
  ['ORG', 'Organisation'],
  ['GRID', 'Grids'],
  ['CASE', 'Cases'],
  ['DEL', 'Deliberation and building together'],
  ['VOL', 'Volunteers'],
  ['PTS', 'Points'],
  ['ALL', 'Across all'],
] as const;

/** The page as text. */
export function rulesPage(): string {
  const codes = codesByCapability();
  const ordered = [...codes.keys()].sort();
  const parts = groups.flatMap(([prefix, title]) => [
    `## ${title}\n`,
    ...ordered.filter((one) => one.startsWith(`${prefix}-`)).map((one) => section(one, codes.get(one) ?? [])),
  ]);
  return `# Rules

Every rule that the domain refuses by, under the capability that it keeps and with the stable code that a program goes by. Tests carry the
capability's code in their titles. What a place sets itself (how many, how long, who) is in [its model](models.md). This page is made
from the code by \`npm run docs\`; a test keeps it as it is.

${parts.join('\n')}`;
}

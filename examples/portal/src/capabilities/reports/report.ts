// What is reckoned of several views at once, or of the model: tables beside those of single views.

import {
  civilDateOf,
  type CivilDate,
  type GovernanceModel,
  type Language,
  type Standing,
  type View,
  type Where,
} from '@keting/domain';
import type { Desk } from '@keting/runtime';
import type { Names } from '../names.ts';
import { referenceOf, type Reference } from '../references.ts';

/** Who asks, and in which language. */
export interface Asking {
  readonly desk: Desk;
  readonly names: Names;
  readonly standings: readonly Standing[];
  readonly language: Language;
}

/** A table in words. */
export interface Report {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same for another program: what the file is called, its type and its text. */
  readonly file?: { readonly name: string; readonly type: string; readonly text: string };
}

/** How a report is called, which views it is made of, and how. */
export interface ReportOf {
  readonly title: Readonly<Record<Language, string>>;
  readonly views: readonly View[];
  readonly make: (asking: Asking) => Promise<Report>;
}

/** So many rows are read at once. */
const atOnce = 1000;

/** Every row of a view that meets the conditions and that the asker may see. */
export async function allRows<Row>(desk: Desk, view: View<Row>, where?: Where): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await desk.view(view, {
      limit: atOnce,
      ...(where === undefined ? {} : { where }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

/** Rows in the territory of the asker's first post; all that may be seen where there is none. */
export const nearBy = (column: string, { standings }: Asking): Where | undefined => {
  const territory = standings[0]?.territories[0];
  return territory === undefined ? undefined : { [column]: { prefix: territory } };
};

export const today = (desk: Desk): CivilDate => civilDateOf(desk.now(), desk.model.workingTime);

const referenceBy = (field: string): Reference => {
  const reference = referenceOf('', field);
  if (reference === undefined) throw new Error(`nothing is referred to by ${field}`);
  return reference;
};
const kinds = { unit: referenceBy('unit'), person: referenceBy('person'), grid: referenceBy('grid') } as const;

/** Learns names, and answers how to tell them; an id of what has none that may be seen is left out. */
export async function namesOf(
  { names }: Asking,
  kind: keyof typeof kinds,
  ids: readonly string[],
): Promise<(id: string) => string> {
  await names.learn(kinds[kind], ids);
  return (id) => names.of(kinds[kind], id) ?? '';
}

/** Between the things of a list. */
export const listed = (items: readonly string[], language: Language): string =>
  items.filter((item) => item !== '').join(language === 'en' ? ', ' : '、') || '—';

/** What the model calls one of a list. */
export const labelOf = (
  list: readonly { readonly id: string; readonly label: GovernanceModel['name'] }[] | undefined,
  id: string,
  language: Language,
): string => list?.find((one) => one.id === id)?.label[language] ?? id;

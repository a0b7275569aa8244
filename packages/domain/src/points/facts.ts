import * as z from 'zod/mini';
import { fact, type FactReader } from '../kernel/facts.ts';
import { accountStream, type Account } from './account.ts';
import type { PersonId } from '../kernel/ids.ts';
import { honourRow } from './honour-views.ts';
import { itemStream, type Item } from './item.ts';
import { pointEntryRow, type PointEntryRow } from './views.ts';

/** The points of a person; undefined where they were never awarded any. */
export const accountOf = fact<Account | undefined>()<[person: string]>('accountOf');
/** The item of that id, or undefined. */
export const itemOf = fact<Item | undefined>()<[item: string]>('itemOf');
/** One entry of a person's account, as its view has it, or undefined. */
export const pointEntryOf = fact<PointEntryRow | undefined>()<[person: string, entry: string]>('pointEntryOf');
/** The entry by which a rule has credited some evidence, to whomever; undefined where none has, or it was taken back whole. */
export const creditOf = fact<string | undefined>()<[rule: string, evidence: string]>('creditOf');

/** Honours that a person is put forward for and has not: nothing that was granted is among them. */
export const openHonoursOf = fact<readonly string[]>()<[person: PersonId]>('openHonoursOf');

const entries = z.array(pointEntryRow);

const readEntry: FactReader = async (source, person, entry): Promise<PointEntryRow | undefined> => {
  const rows = entries.parse(await source.find('point-entries', { id: String(entry) }));
  return rows.find((row) => row.person === person);
};

/** An index to look by, so that the refusal says what is wrong; what holds at the commit is the claim. */
const readCredit: FactReader = async (source, rule, evidence): Promise<string | undefined> => {
  const rows = entries.parse(
    await source.find('point-entries', { rule: String(rule), evidence: String(evidence), kind: 'award' }),
  );
  return rows.find(({ reversed }) => reversed !== 'whole')?.id;
};

const readHonours: FactReader = async (source, person): Promise<readonly string[]> => {
  const rows = z.array(honourRow).parse(await source.find('honour-proposals', { person: String(person) }));
  return rows.filter(({ step }) => step !== 'granted').map(({ id }) => id);
};

export const pointFacts = {
  accountOf: (source, person) => source.load<Account>(accountStream(String(person))),
  itemOf: (source, item) => source.load<Item>(itemStream(String(item))),
  pointEntryOf: readEntry,
  creditOf: readCredit,
  openHonoursOf: readHonours,
} satisfies Readonly<Record<string, FactReader>>;

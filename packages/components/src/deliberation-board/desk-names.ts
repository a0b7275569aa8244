import { cases, grids, people, units, type Language, type Page, type Query, type View } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { erasedPerson } from '../base/person-name.ts';

/** As many ids as one question names. */
const batch = 200;

/** A page of rows, or none where the desk is composed without that view: names are told where they are to be had. */
export const rowsIfAny = <Row>(desk: Desk, view: View<Row>, query: Query): Promise<Page<Row>> =>
  desk.view(view, query).catch(() => ({ rows: [], contents: {} }));

/** What people call the grids, units, cases and persons that rows refer to. Each is asked for once. */
export class DeskNames {
  private readonly desk: Desk;
  private readonly known = new Map<string, string | undefined>();
  private readonly erased = new Set<string>();

  constructor(desk: Desk) {
    this.desk = desk;
  }

  of(id: string): string | undefined {
    return this.known.get(id);
  }

  /** Whether it is a person who was erased; `of` knows no name of theirs. */
  isErased(id: string): boolean {
    return this.erased.has(id);
  }

  /**
   * A person's name, or that they were erased. That is said before `elsewhere`, the name that a page may still know; undefined where there is
   * no name for this actor.
   */
  person(id: string, language: Language, elsewhere?: string): string | undefined {
    return this.isErased(id) ? erasedPerson[language] : (elsewhere ?? this.of(id));
  }

  learnGrids(codes: readonly string[]): Promise<void> {
    return this.learn(codes, async (some) => {
      const { rows } = await rowsIfAny(this.desk, grids, { where: { code: { in: some } }, limit: batch });
      return rows.map(({ code, name }) => [code, name] as const);
    });
  }

  learnUnits(ids: readonly string[]): Promise<void> {
    return this.learn(ids, async (some) => {
      const { rows } = await rowsIfAny(this.desk, units, { where: { id: { in: some } }, limit: batch });
      return rows.map(({ id, name }) => [id, name] as const);
    });
  }

  /** A case is called by its number. */
  learnCases(ids: readonly string[]): Promise<void> {
    return this.learn(ids, async (some) => {
      const { rows } = await rowsIfAny(this.desk, cases, { where: { id: { in: some } }, limit: batch });
      return rows.map(({ id, number }) => [id, number] as const);
    });
  }

  /** Persons, by name, where the actor may see names. */
  learnPeople(ids: readonly string[]): Promise<void> {
    return this.learn(ids, async (some) => {
      const { rows, contents } = await rowsIfAny(this.desk, people, { where: { id: { in: some } }, limit: batch });
      for (const { id, erased } of rows) if (erased !== undefined) this.erased.add(id);
      return rows.map(({ id, name }) => [id, contents[name.content]] as const);
    });
  }

  private async learn(
    ids: readonly string[],
    ask: (some: readonly string[]) => Promise<readonly (readonly [string, string | undefined])[]>,
  ): Promise<void> {
    const fresh = [...new Set(ids)].filter((id) => !this.known.has(id));
    for (let at = 0; at < fresh.length; at += batch) {
      const some = fresh.slice(at, at + batch);
      for (const id of some) this.known.set(id, undefined);
      for (const [id, name] of await ask(some)) this.known.set(id, name);
    }
  }
}

import { cases, grids, people, units, type Language, type Page, type Query, type View } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { erasedPerson } from '../base/person-name.ts';

/** As many ids as one question names. */
const batch = 200;

/** A page of rows, or none where the desk is composed without that view: names are told where they are to be had. */
export const rowsIfAny = <Row>(desk: Desk, view: View<Row>, query: Query): Promise<Page<Row>> =>
  desk.view(view, query).catch(() => ({ rows: [], contents: {} }));

/** Asks the desk what some ids are called; those that it knows no name of are left out. */
type Ask = (some: readonly string[]) => Promise<readonly (readonly [string, string | undefined])[]>;

/** What people call the grids, units, cases and persons that rows refer to. Each is asked for once, unless nobody answered. */
export class DeskNames {
  private readonly desk: Desk;
  private readonly known = new Map<string, string | undefined>();
  /** The asking for each id: done, or on its way. */
  private readonly asked = new Map<string, Promise<void>>();
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
      const { rows } = await this.desk.view(grids, { where: { code: { in: some } }, limit: batch });
      return rows.map(({ code, name }) => [code, name] as const);
    });
  }

  learnUnits(ids: readonly string[]): Promise<void> {
    return this.learn(ids, async (some) => {
      const { rows } = await this.desk.view(units, { where: { id: { in: some } }, limit: batch });
      return rows.map(({ id, name }) => [id, name] as const);
    });
  }

  /** A case is called by its number. */
  learnCases(ids: readonly string[]): Promise<void> {
    return this.learn(ids, async (some) => {
      const { rows } = await this.desk.view(cases, { where: { id: { in: some } }, limit: batch });
      return rows.map(({ id, number }) => [id, number] as const);
    });
  }

  /** Persons, by name, where the actor may see names. */
  learnPeople(ids: readonly string[]): Promise<void> {
    return this.learn(ids, async (some) => {
      const { rows, contents } = await this.desk.view(people, { where: { id: { in: some } }, limit: batch });
      for (const { id, erased } of rows) if (erased !== undefined) this.erased.add(id);
      return rows.map(({ id, name }) => [id, contents[name.content]] as const);
    });
  }

  /** What is asked for already is waited for, whoever asked: a list that is read again meanwhile would have no names else. */
  private async learn(ids: readonly string[], ask: Ask): Promise<void> {
    const fresh = [...new Set(ids)].filter((id) => !this.asked.has(id));
    for (let at = 0; at < fresh.length; at += batch) this.ask(fresh.slice(at, at + batch), ask);
    await Promise.all(ids.flatMap((id) => this.asked.get(id) ?? []));
  }

  private ask(some: readonly string[], ask: Ask): void {
    const told = ask(some).then(
      (names) => {
        for (const [id, name] of names) this.known.set(id, name);
      },
      // A line may have broken: ids without names are shown as they are, and whoever reads next asks again.
      () => {
        for (const id of some) this.asked.delete(id);
      },
    );
    for (const id of some) this.asked.set(id, told);
  }
}

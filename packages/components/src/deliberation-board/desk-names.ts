import { cases, grids, people, units, type Page, type Query, type View } from '@keting/domain';
import type { Desk } from '@keting/runtime';

/** As many ids as one question names. */
const batch = 200;

/** A page of rows, or none where the desk is composed without that view: names are told where they are to be had. */
export const rowsIfAny = <Row>(desk: Desk, view: View<Row>, query: Query): Promise<Page<Row>> =>
  desk.view(view, query).catch(() => ({ rows: [], contents: {} }));

/** What people call the grids, units, cases and persons that rows refer to. Each is asked for once. */
export class DeskNames {
  private readonly desk: Desk;
  private readonly known = new Map<string, string | undefined>();

  constructor(desk: Desk) {
    this.desk = desk;
  }

  of(id: string): string | undefined {
    return this.known.get(id);
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

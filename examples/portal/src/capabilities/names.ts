// By what a person knows the things that rows name by their ids.

import type { Language, Page } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { cellText, columnsOf, unsaid, type CellContext } from './cells.ts';
import { viewOf } from './domain.ts';
import { capabilityTexts } from './page.texts.ts';
import { referenceOf, type Reference } from './references.ts';

type Row = Readonly<Record<string, unknown>>;

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;

export const rowsOf = ({ rows }: Page<unknown>): readonly Row[] => rows.filter(isRow);

/** So many ids are asked for at once. */
const atOnce = 200;

const parts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, i) => all.slice(i * atOnce, (i + 1) * atOnce));

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
};

const keyOf = ({ view, key }: Reference, id: string): string => `${view}/${key}/${id}`;

/** Names as one person may see them, in one language: asked for once each. */
export class Names {
  private readonly desk: Desk;
  private readonly language: Language;
  /** Undefined where the person may not see it, or there is no such thing. */
  private readonly known = new Map<string, string | undefined>();
  /** What has been asked for, and ends when it is answered: whoever wants the same name meanwhile waits for the one answer. */
  private readonly asked = new Map<string, Promise<void>>();

  constructor(desk: Desk, language: Language) {
    this.desk = desk;
    this.language = language;
  }

  /** The name of what an id refers to; undefined where it is not known, or has not been asked for. */
  readonly of = (reference: Reference, id: string): string | undefined => this.known.get(keyOf(reference, id));

  /** What cells of a page of a view are made with. */
  context(view: string, contents: Readonly<Record<string, string>>): CellContext {
    const { language } = this;
    return { view, contents, language, model: this.desk.model, texts: capabilityTexts[language], nameOf: this.of };
  }

  /** Learns the names of everything that the rows of a view refer to by these columns. */
  async learnRows(view: string, rows: readonly Row[], columns: readonly string[]): Promise<void> {
    const wanted = columns.flatMap((column) => {
      const reference = referenceOf(view, column);
      if (reference === undefined) return [];
      return [
        this.learn(
          reference,
          rows.flatMap((row) => textsIn(row[column])),
        ),
      ];
    });
    await Promise.all(wanted);
  }

  /** Learns what is called by these ids. */
  async learn(reference: Reference, ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)];
    const fresh = wanted.filter((id) => !this.asked.has(keyOf(reference, id)));
    for (const some of parts(fresh)) {
      const answer = this.ask(reference, some);
      for (const id of some) this.asked.set(keyOf(reference, id), answer);
    }
    await Promise.all(wanted.flatMap((id) => this.asked.get(keyOf(reference, id)) ?? []));
  }

  private async ask(reference: Reference, ids: readonly string[]): Promise<void> {
    const where = { [reference.key]: { in: ids } };
    await this.keep(reference, await this.desk.view(viewOf(reference.view), { where, limit: 1000 }));
  }

  /** Keeps the names of a page that was read; answers them with their ids, in their order. */
  async keep(
    reference: Reference,
    page: Page<unknown>,
  ): Promise<readonly { readonly id: string; readonly name: string }[]> {
    const rows = rowsOf(page);
    await this.learnRows(reference.view, rows, reference.label);
    const named = rows.flatMap((row) => {
      const id = row[reference.key];
      return typeof id === 'string' ? [{ id, name: this.labelOf(reference, row, page.contents) }] : [];
    });
    for (const { id, name } of named) {
      if (this.of(reference, id) === undefined) this.known.set(keyOf(reference, id), name);
    }
    return named;
  }

  private labelOf({ view, label }: Reference, row: Row, contents: Readonly<Record<string, string>>): string {
    const context = this.context(view, contents);
    const said = columnsOf(viewOf(view))
      .filter(({ name }) => label.includes(name))
      .map((column) => cellText(column, row[column.name], context))
      .filter((text) => text !== unsaid);
    return said.length === 0 ? unsaid : said.join(' · ');
  }
}

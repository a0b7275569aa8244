import { inScope, scopeOf, type Acting, type Actor, type Scope, type StreamId, type View } from '@keting/domain';
import { maySee, type Equipment } from './equipment.ts';
import type { Cells, News, Touched } from './ports.ts';
import { movesPosts } from './posts.ts';

/** Keys of the rows of one view that changed for somebody, and of those that they may not see any more. */
export interface Seen {
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** What news mean to somebody, by the name of the view; a view of which they see nothing is not in it. */
export type SeenNews = Readonly<Record<string, Seen>>;

/** For how long posts are believed that no news has touched: terms begin and end by the day. In milliseconds. */
const believed = 60_000;

/** One who follows the news, and is told of rows that they may see or might see until now, and of no others. */
export class Audience {
  private readonly actor: Actor;
  private readonly equipment: Equipment;
  private acting: { readonly by: Promise<Acting>; readonly at: number } | undefined;

  constructor(actor: Actor, equipment: Equipment) {
    this.actor = actor;
    this.equipment = equipment;
  }

  /** What these news mean to them, of some views. */
  async seen(news: readonly News[], views: readonly View[]): Promise<SeenNews> {
    if (news.some(({ events }) => events.some((event) => movesPosts(this.equipment.registry, event))))
      this.acting = undefined;
    const touched = news.flatMap((one) => one.touched);
    const found: Record<string, Seen> = {};
    for (const view of views) {
      const own = touched.filter((one) => one.view === view.name);
      if (own.length === 0) continue;
      const seen = await this.seenOf(view, own);
      if (seen.changed.length + seen.gone.length > 0) found[view.name] = seen;
    }
    return found;
  }

  private async seenOf(view: View, touched: readonly Touched[]): Promise<Seen> {
    const acting = await this.now();
    const scope = scopeOf(this.equipment.registry.model, acting, `see:${view.name}`, view.about);
    const rows = new Map<string, 'changed' | 'gone'>();
    for (const { key, before, after } of touched) {
      const stays = after !== undefined && (await this.sees(view, scope, acting, after));
      if (stays) rows.set(key, 'changed');
      else if (rows.has(key) || (before !== undefined && (await this.sees(view, scope, acting, before)))) {
        rows.set(key, 'gone');
      }
    }
    const keys = (what: 'changed' | 'gone') => [...rows].filter(([, is]) => is === what).map(([key]) => key);
    return { changed: keys('changed'), gone: keys('gone') };
  }

  private async sees(view: View, scope: Scope, acting: Acting, cells: Cells): Promise<boolean> {
    if (view.within === undefined) return inScope(cells, scope);
    const stream: StreamId = `${view.within.stream}/${String(cells[view.within.column])}`;
    const { state } = await this.equipment.store.load(stream);
    return state !== undefined && maySee(this.equipment, this.equipment.registry.contextOf(stream), acting, state);
  }

  private now(): Promise<Acting> {
    const { equipment, actor } = this;
    const at = equipment.now();
    if (this.acting !== undefined && at - this.acting.at < believed) return this.acting.by;
    const by = equipment.posts.of(actor).then((standings): Acting => ({ actor, standings }));
    this.acting = { by, at };
    return by;
  }
}

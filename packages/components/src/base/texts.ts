import type { Language } from '@keting/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageAt } from './language.ts';

/** The texts of one element, whole in each language; a text with parameters is a function. */
export type Texts<T> = Readonly<Record<Language, T>>;

/** One watch per root, however many elements stand in it: hundreds of cards must not mean hundreds of observers. */
const watches = new WeakMap<Node, Set<() => void>>();

function watchLanguage(root: Node, changed: () => void): () => void {
  let listeners = watches.get(root);
  if (!listeners) {
    const set = new Set<() => void>();
    listeners = set;
    watches.set(root, set);
    const observer = new MutationObserver(() => {
      for (const listener of [...set]) listener();
    });
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  const set = listeners;
  set.add(changed);
  return () => set.delete(changed);
}

function rootsAbove(node: Node): Node[] {
  const roots: Node[] = [];
  for (let root = node.getRootNode(); ; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) return roots;
  }
}

/**
 * Keeps an element in the language of where it stands: the nearest `lang`, through shadow roots, then Simplified
 * Chinese. Follows a change of `lang` anywhere above.
 */
export class LanguageController<T> implements ReactiveController {
  /** The language in force. */
  language: Language = 'zh-Hans';

  private readonly host: ReactiveControllerHost & Element;
  private readonly table: Texts<T>;
  private release: readonly (() => void)[] = [];

  constructor(host: ReactiveControllerHost & Element, table: Texts<T>) {
    this.host = host;
    this.table = table;
    host.addController(this);
  }

  /** The element's texts in the language in force. */
  get texts(): T {
    return this.table[this.language];
  }

  hostConnected(): void {
    this.release = rootsAbove(this.host).map((root) => watchLanguage(root, () => this.refresh()));
    this.refresh();
  }

  hostDisconnected(): void {
    for (const release of this.release) release();
    this.release = [];
  }

  private refresh(): void {
    const language = languageAt(this.host);
    if (language === this.language) return;
    this.language = language;
    this.host.requestUpdate();
  }
}

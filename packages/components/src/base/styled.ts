import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/** Style properties by their CSS names; undefined takes one away. */
export type StyleValues = Readonly<Record<string, string | undefined>>;

class StyledDirective extends Directive {
  private set: StyleValues = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styled() stands in the tag itself: <div ${styled({...})}>');
  }

  render(_values: StyleValues): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [values]: [StyleValues]): typeof noChange {
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return noChange;
    for (const name of Object.keys(this.set)) if (values[name] === undefined) element.style.removeProperty(name);
    for (const [name, value] of Object.entries(values)) {
      if (value !== undefined && value !== this.set[name]) element.style.setProperty(name, value);
    }
    this.set = values;
    return noChange;
  }
}

/**
 * Sets style properties one by one through the style object. Lit's `styleMap` writes the `style` attribute the first
 * time, which a strict content security policy (`style-src 'self'`) refuses.
 *
 * ```ts
 * html`<div ${styled({ transform: 'translateY(12px)', '--_level': '2' })}></div>`;
 * ```
 */
export const styled = directive(StyledDirective);

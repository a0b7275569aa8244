import type { OrgChartUnit } from './unit.ts';

/** A unit has been chosen, by pointer, key or breadcrumb. */
export class KtUnitSelectedEvent extends Event {
  static readonly type = 'kt-unit-selected';

  readonly unit: OrgChartUnit;

  constructor(unit: OrgChartUnit) {
    super(KtUnitSelectedEvent.type, { bubbles: true, composed: true });
    this.unit = unit;
  }

  /** The id of the unit. */
  get id(): string {
    return this.unit.id;
  }
}

/** A unit has been opened or closed by a person. */
export class KtUnitToggledEvent extends Event {
  static readonly type = 'kt-unit-toggled';

  readonly unit: OrgChartUnit;
  readonly expanded: boolean;

  constructor(unit: OrgChartUnit, expanded: boolean) {
    super(KtUnitToggledEvent.type, { bubbles: true, composed: true });
    this.unit = unit;
    this.expanded = expanded;
  }

  /** The id of the unit. */
  get id(): string {
    return this.unit.id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-unit-selected': KtUnitSelectedEvent;
    'kt-unit-toggled': KtUnitToggledEvent;
  }
}

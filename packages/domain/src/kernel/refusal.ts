import type { Fault } from './faults.ts';

/**
 * A "no" as a value. The text a person reads is made from it at the edge, per language.
 * `code` is stable, `rule` names the capability or law it comes from, `ids` are the things at fault,
 * `params` what a text needs (numbers, codes, instants).
 */
export interface Refusal {
  readonly code: string;
  readonly rule: string;
  readonly ids: readonly string[];
  readonly params: Readonly<Record<string, RefusalParam>>;
  /** Where a command's data is wrong, field by field. */
  readonly faults?: readonly Fault[];
}

export type RefusalParam = string | number | boolean | readonly string[];

/** What a refusal says beside its code. */
export interface RefusalDetail {
  readonly ids?: readonly string[];
  readonly params?: Readonly<Record<string, RefusalParam>>;
}

/** Codes a context may refuse with, each with the rule it comes from. */
export type RefusalCatalogue = Readonly<Record<string, string>>;

/** Binds a catalogue: a code outside it does not compile. */
export const refuseBy =
  <Catalogue extends RefusalCatalogue>(catalogue: Catalogue) =>
  (code: keyof Catalogue & string, detail: RefusalDetail = {}): Refusal => ({
    code,
    rule: catalogue[code] ?? '',
    ids: detail.ids ?? [],
    params: detail.params ?? {},
  });

/** Refusals of the contract itself, whatever the context. */
export const kernelRefusals = {
  'command-unknown': 'KERNEL',
  'command-invalid': 'KERNEL',
  'command-id-taken': 'KERNEL',
  'question-unknown': 'KERNEL',
  'question-invalid': 'KERNEL',
  'not-found': 'ALL-01',
  'not-permitted': 'ALL-01',
  'model-unknown': 'KERNEL',
  'version-conflict': 'KERNEL',
  'claim-taken': 'KERNEL',
  'file-unknown': 'CASE-01',
  'file-id-taken': 'CASE-01',
} as const satisfies RefusalCatalogue;

/** Refuses with a code of the contract itself; a code outside `kernelRefusals` does not compile. */
export const refuseKernel = refuseBy(kernelRefusals);

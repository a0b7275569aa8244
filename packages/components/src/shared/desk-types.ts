/** A stand-in until the desk's own types are in. */
export interface Command {
  readonly type: string;
  readonly data: unknown;
}
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly ids?: readonly string[];
  readonly rule?: string;
}
export type Receipt = { readonly ok: true; readonly id: string; readonly number?: string } | { readonly ok: false; readonly refusal: Refusal };
export interface Desk {
  readonly model: unknown;
  send(command: Command): Promise<Receipt>;
}
export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

import { caseCommandSpecs, faultsOf, type DispatchRule, type Fault, type GovernanceModel } from '@keting/domain';
import type { Offer } from '@keting/runtime';

/** What an action asks of a person beside being pressed. */
export type ActionField =
  | {
      readonly kind: 'text';
      readonly name: 'reason' | 'note' | 'result' | 'reply' | 'comment';
      readonly required: boolean;
    }
  | { readonly kind: 'grade' | 'handler' | 'rating' | 'tier'; readonly name: 'grade' | 'handler' | 'rating' | 'tier' }
  | { readonly kind: 'photos'; readonly name: 'photos' };

const reason: ActionField = { kind: 'text', name: 'reason', required: true };
const words = (name: 'note' | 'result' | 'reply'): ActionField => ({ kind: 'text', name, required: true });
const choice = (kind: 'grade' | 'handler' | 'rating' | 'tier'): ActionField => ({ kind, name: kind });

/** Every step that a person can take on a case, in the order of the loop, with what it asks. What leads on comes first. */
export const actionFields = {
  AcceptCase: [choice('grade')],
  FileCase: [],
  DispatchCase: [choice('handler'), { kind: 'text', name: 'reason', required: false }],
  ResumeCase: [],
  StartCase: [],
  HandleCase: [words('result'), { kind: 'photos', name: 'photos' }],
  VerifyCase: [{ kind: 'text', name: 'note', required: false }],
  ReplyCase: [words('reply')],
  RateCase: [choice('rating'), { kind: 'text', name: 'comment', required: false }],
  ContactReporter: [words('note')],
  ReworkCase: [reason],
  ReopenCase: [reason],
  EscalateCase: [choice('tier'), reason],
  AskExtension: [reason],
  ExtendCase: [reason],
  RefuseExtension: [reason],
  ReassignCase: [choice('handler'), reason],
  ReturnCase: [reason],
  SuspendCase: [reason],
  UrgeCase: [words('note')],
  DeclineCase: [reason],
  WithdrawCase: [{ kind: 'text', name: 'reason', required: false }],
  VoidCase: [reason],
} as const satisfies Readonly<Record<string, readonly ActionField[]>>;

export type ActionName = keyof typeof actionFields;

const isAction = (type: string): type is ActionName => type in actionFields;
const order = Object.keys(actionFields);

/** A step that is offered, with what the desk proposes. */
export interface Action {
  readonly type: ActionName;
  readonly fields: readonly ActionField[];
  readonly offer: Offer;
}

/** What may be done now, the step that leads on first, and what may not be done now. */
export interface Actions {
  readonly open: readonly Action[];
  readonly closed: readonly Action[];
}

/** Sorts what a desk offers. Steps that no person takes are left out. */
export function actionsOf(offers: readonly Offer[]): Actions {
  const actions = offers
    .flatMap((offer) => (isAction(offer.type) ? [{ type: offer.type, fields: actionFields[offer.type], offer }] : []))
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  return { open: actions.filter(({ offer }) => offer.allowed), closed: actions.filter(({ offer }) => !offer.allowed) };
}

/** What a person has typed and chosen in an action's form, by field. */
export type Filled = Readonly<Partial<Record<ActionField['name'], string | readonly string[]>>>;

/** What an action's form begins with: the desk's proposal, texts empty. */
export const proposed = ({ fields, offer }: Action): Filled =>
  Object.fromEntries(
    fields.flatMap(({ kind, name }) => {
      const value = offer.draft[name];
      return kind === 'text' || typeof value !== 'string' ? [] : [[name, value]];
    }),
  );

/** The command's data: what was left empty is left out. */
export function dataOf({ fields }: Action, caseId: string, filled: Filled): Record<string, unknown> {
  const given = fields.flatMap(({ name }) => {
    const value = filled[name];
    const text = typeof value === 'string' ? value.trim() : value;
    return text === undefined || text.length === 0 ? [] : [[name, text] as const];
  });
  return { case: caseId, ...Object.fromEntries(given) };
}

/** What the command's own schema says of the data. */
export function faultsIn(type: ActionName, data: Record<string, unknown>, model: GovernanceModel): readonly Fault[] {
  const parsed = caseCommandSpecs[type].schema(model).safeParse(data);
  return parsed.success ? [] : faultsOf(parsed.error.issues, data);
}

/** A unit that a case can be given to. */
export interface HandlerChoice {
  readonly id: string;
  readonly name: string;
}

/** The rule of the model that chose the handler whom the desk proposes. */
export const ruleOf = ({ offer }: Action, model: GovernanceModel): DispatchRule | undefined =>
  model.cases.dispatch.find(({ id }) => id === offer.rule);

import type { GovernanceModel } from '../governance-model/model.ts';
import type { ProcedureRule, StepRule } from '../governance-model/procedure-rules.ts';

/** The procedure of that id, or undefined where the place has none such. */
export const procedureOf = ({ procedures }: GovernanceModel, id: string): ProcedureRule | undefined =>
  procedures?.procedures.find((one) => one.id === id);

/** The step that follows, or undefined after the last. */
export function stepAfter({ steps }: ProcedureRule, id: string): StepRule | undefined {
  const at = steps.findIndex((step) => step.id === id);
  return at < 0 ? undefined : steps[at + 1];
}

/** What a topic is about, as far as it decides which procedure it takes. */
export interface Weighed {
  readonly matter: string;
  readonly grids: readonly string[];
}

/** The first choice of the model that fits a topic, or undefined where the model has none for it. */
export function choiceFor({ procedures }: GovernanceModel, { matter, grids }: Weighed) {
  const major = procedures?.matters.find(({ id }) => id === matter)?.major === true;
  return procedures?.choices.find(
    (one) => (one.major === undefined || major) && (one.grids === undefined || grids.length >= one.grids),
  );
}

import type { FactReader } from '../../kernel/facts.ts';
import type { Offer } from '../facts.ts';
import { commitmentStream, type CommitmentState } from './commitment.ts';

const readOffer: FactReader = async (source, id): Promise<Offer | undefined> => {
  const state = await source.load<CommitmentState>(commitmentStream(String(id)));
  if (state === undefined) return undefined;
  const { cohort, stage } = state;
  const open = stage === 'open' || stage === 'overdue';
  return { form: 'commitment', id: state.id, kind: cohort.kind, territory: cohort.territory, open };
};

export const commitmentFacts = { commitmentOffer: readOffer } satisfies Readonly<Record<string, FactReader>>;

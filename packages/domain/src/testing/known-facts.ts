import type { FactArgument, FactQuery, Facts } from '../kernel/facts.ts';
import { canonicalJson } from '../kernel/links.ts';

/** What a test knows: answers to single questions, and rules that answer all questions of a name. */
export class KnownFacts {
  private readonly answers: ReadonlyMap<string, unknown>;
  private readonly rules: ReadonlyMap<string, AnswerRule>;

  constructor(answers: ReadonlyMap<string, unknown> = new Map(), rules: ReadonlyMap<string, AnswerRule> = new Map()) {
    this.answers = answers;
    this.rules = rules;
  }

  /** A copy that also answers this one question. A later answer replaces an earlier one, and goes before any rule. */
  with<Answer>(query: FactQuery<Answer>, answer: Answer): KnownFacts {
    return new KnownFacts(new Map([...this.answers, [keyOf(query), answer]]), this.rules);
  }

  /** A copy that answers by a rule every question of that name that has no answer of its own. */
  withRule(name: string, rule: AnswerRule): KnownFacts {
    return new KnownFacts(this.answers, new Map([...this.rules, [name, rule]]));
  }

  /** Throws for a question that the test does not answer: a rule that asks more than the test says is not that rule. */
  readonly read: Facts = <Answer>(query: FactQuery<Answer>): Answer => {
    // The token of the question carries the type of its answer; `with` took no other.
    return this.find(query) as Answer;
  };

  private find(query: FactQuery): unknown {
    const key = keyOf(query);
    if (this.answers.has(key)) return this.answers.get(key);
    const rule = this.rules.get(query.fact);
    if (rule !== undefined) return rule(...query.args);
    throw new Error(`the rule asks ${query.fact}(${query.args.map(String).join(', ')}), which the test does not say`);
  }
}

/** Makes the answer to a question from its arguments, in the order in which its fact names them. */
export type AnswerRule = (...args: readonly FactArgument[]) => unknown;

const keyOf = ({ fact, args }: FactQuery): string => canonicalJson([fact, ...args]);

import { caseCommands, caseFlow, caseLeadsTo, caseStages, type CaseCommandName, type CaseStage } from './case-flow.ts';
import { circles, duplicates, each, fault, unknown, type Faults, type Path } from './fault.ts';
import type { CaseClass, ClassField, GovernanceModel } from './model.ts';

const range = (min: number, max: number, path: Path, at: string): Faults =>
  min > max ? [fault(path, 'empty-range', at)] : [];

function fieldFaults(field: ClassField, path: Path): Faults {
  switch (field.type) {
    case 'number':
      return range(field.min, field.max, path, field.id);
    case 'text':
      return range(field.minLength ?? 0, field.maxLength, path, field.id);
    case 'choice':
      return duplicates(field.options, [...path, 'options']);
    default:
      return [];
  }
}

const parentOf = ({ parent }: CaseClass): readonly string[] => (parent === undefined ? [] : [parent]);

function classFaults({ cases }: GovernanceModel): Faults {
  const classes = unknown(cases.classes);
  const grade = unknown(cases.grades);
  const catalogue = unknown(cases.catalogues ?? []);
  // A case is of a class, never of a group of classes: what a group asks, nobody is asked.
  const groups = new Set(cases.classes.map(({ parent }) => parent));
  return [
    ...duplicates(cases.classes, ['cases', 'classes']),
    ...each(cases.classes, ['cases', 'classes'], (one, at) => [
      ...classes(one.parent, [...at, 'parent']),
      ...grade(one.grade, [...at, 'grade']),
      ...catalogue(one.catalogue, [...at, 'catalogue']),
      ...duplicates(one.fields, [...at, 'fields']),
      ...each(one.fields, [...at, 'fields'], fieldFaults),
      ...(groups.has(one.id) && one.fields.length > 0 ? [fault([...at, 'fields'], 'never-applies', one.id)] : []),
    ]),
    ...circles(cases.classes, ['cases', 'classes'], parentOf),
  ];
}

function stageFaults({ cases, kinds }: GovernanceModel): Faults {
  const phase = unknown(cases.phases);
  const kind = unknown(kinds);
  return [
    ...duplicates(cases.phases, ['cases', 'phases']),
    ...duplicates(cases.stages, ['cases', 'stages']),
    ...each(cases.stages, ['cases', 'stages'], ({ phase: of, turn }, at) => [
      ...phase(of, [...at, 'phase']),
      ...(typeof turn === 'object' ? each(turn.kinds, [...at, 'turn', 'kinds'], kind) : []),
    ]),
  ];
}

/** Notes a stage that the model names, or lets a case come to, and has no label for. */
const unlabelled = ({ cases }: GovernanceModel) => {
  const labelled = new Set(cases.stages.map(({ id }) => id));
  return (stage: CaseStage, path: Path): Faults =>
    labelled.has(stage) ? [] : [fault(path, 'stage-unlabelled', stage)];
};

const impossible = (command: CaseCommandName, stage: CaseStage, path: Path): Faults => {
  const possible: readonly CaseStage[] = caseFlow[command];
  return possible.includes(stage) ? [] : [fault(path, 'transition-impossible', stage)];
};

/** What a granted command may be asked from, and what it leads to. A command granted from nowhere leads nowhere. */
function transitionFaults(model: GovernanceModel): Faults {
  const stage = unlabelled(model);
  return caseCommands.flatMap((command) => {
    const path = ['cases', 'transitions', command];
    const from = model.cases.transitions[command] ?? [];
    const to = from.length === 0 ? undefined : caseLeadsTo[command];
    return [
      ...each(from, path, (one, at) => [...impossible(command, one, at), ...stage(one, at)]),
      ...(to === undefined ? [] : stage(to, path)),
    ];
  });
}

/** Every report is collected; beyond that, stages are those that the transitions and the deadlines name. */
function wayFaults(model: GovernanceModel): Faults {
  const stage = unlabelled(model);
  return [
    ...stage('collected', ['cases', 'stages']),
    ...transitionFaults(model),
    ...each(model.cases.grades, ['cases', 'grades'], ({ allow }, at) =>
      caseStages.flatMap((one) => (one in allow ? stage(one, [...at, 'allow', one]) : [])),
    ),
  ];
}

function dispatchFaults({ cases, kinds }: GovernanceModel): Faults {
  const classes = unknown(cases.classes);
  const kind = unknown(kinds);
  return [
    ...duplicates(cases.dispatch, ['cases', 'dispatch']),
    ...each(cases.dispatch, ['cases', 'dispatch'], (rule, at) => [
      ...kind(rule.to, [...at, 'to']),
      ...each(rule.classes, [...at, 'classes'], classes),
    ]),
  ];
}

const reportFaults = ({ cases: { report } }: GovernanceModel): Faults =>
  range(report.text.min, report.text.max, ['cases', 'report', 'text'], String(report.text.min));

/** What is asked in a step that no stage knows is never asked: criteria of filing, and extensions that another approves. */
function idleRules({ cases }: GovernanceModel): Faults {
  const known = (step: CaseCommandName): boolean => (cases.transitions[step] ?? []).length > 0;
  return [
    ...(cases.filing !== undefined && !known('FileCase')
      ? [fault(['cases', 'filing'], 'never-applies', 'FileCase')]
      : []),
    ...(cases.extension.approval === true && !known('AskExtension')
      ? [fault(['cases', 'extension', 'approval'], 'never-applies', 'AskExtension')]
      : []),
  ];
}

/** Criteria of filing hold for classes that are there; catalogues are told apart by their ids. */
function filingFaults({ cases }: GovernanceModel): Faults {
  const classes = unknown(cases.classes);
  return [
    ...duplicates(cases.filing ?? [], ['cases', 'filing']),
    ...each(cases.filing, ['cases', 'filing'], (one, at) => each(one.classes, [...at, 'classes'], classes)),
    ...duplicates(cases.catalogues ?? [], ['cases', 'catalogues']),
  ];
}

/** How cases are reported, classed, graded, given to handlers, and led from stage to stage. */
export const caseFaults = (model: GovernanceModel): Faults => [
  ...classFaults(model),
  ...duplicates(model.cases.grades, ['cases', 'grades']),
  ...filingFaults(model),
  ...idleRules(model),
  ...stageFaults(model),
  ...wayFaults(model),
  ...duplicates(model.cases.ratings, ['cases', 'ratings']),
  ...reportFaults(model),
  ...dispatchFaults(model),
];

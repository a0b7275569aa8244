import { accept } from '../kernel/decider.ts';
import { gridAt, gridOf, type Facts, type GridFact } from '../kernel/facts.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { civilDateOf } from '../kernel/time.ts';
import type { CaseState, Reporter } from './case.ts';
import type { ReportCaseData } from './commands.ts';
import { classOf } from './fields.ts';
import { stageLimit } from './limits.ts';
import { refuse, type Decided, type Desk } from './step.ts';
import { turnOf } from './turn.ts';

function placed({ place }: ReportCaseData, facts: Facts): GridFact | Refusal {
  if ('grid' in place) {
    return facts(gridOf(place.grid)) ?? refuse('grid-unknown', { ids: [place.grid] });
  }
  const [longitude, latitude] = place.position;
  return (
    facts(gridAt(longitude, latitude, place.system)) ??
    refuse('place-outside', { params: { longitude, latitude, system: place.system } })
  );
}

/** Who takes down what another tells them is not its reporter. */
const isTakenDown = ({ channel }: ReportCaseData): boolean => channel === 'hotline' || channel === 'platform';

function reporterOf(data: ReportCaseData, { setting }: Desk): Reporter | Refusal {
  if (data.mode === 'anonymous' || isTakenDown(data)) {
    return { mode: data.mode, ...(data.receipt === undefined ? {} : { receipt: data.receipt }) };
  }
  if (setting.actor.kind !== 'person') return refuse('person-required');
  return { mode: data.mode, person: setting.actor.person };
}

/** A report begins a case in the grid that its place lies in, under the grade of its class. */
export function reportCase(state: CaseState | undefined, data: ReportCaseData, desk: Desk): Decided {
  const { facts, setting } = desk;
  if (state !== undefined) return refuse('case-exists', { ids: [data.case] });
  const of = classOf(setting.model, data.class);
  if (of === undefined) return refuse('class-unknown', { ids: [data.class] });
  const grid = placed(data, facts);
  if ('rule' in grid) return grid;
  const reporter = reporterOf(data, desk);
  if ('rule' in reporter) return reporter;
  const turn = turnOf('collected', { grid: grid.code }, setting.model, facts);
  const limit = stageLimit('collected', of.grade, setting);
  return accept({
    type: 'CaseReported',
    data: {
      cohort: {
        grid: grid.code,
        class: of.id,
        day: civilDateOf(setting.at, setting.model.workingTime),
      },
      class: of.id,
      grade: of.grade,
      place: data.place,
      text: data.text,
      ...(data.address === undefined ? {} : { address: data.address }),
      ...(data.fields === undefined ? {} : { fields: data.fields }),
      ...(data.contact === undefined ? {} : { contact: data.contact }),
      photos: [...data.photos],
      channel: data.channel,
      reporter,
      ...(turn === undefined ? {} : { turn }),
      ...(limit === undefined ? {} : { limit }),
    },
  });
}

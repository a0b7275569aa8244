import * as z from 'zod/mini';
import { fact, type FactReader } from '../kernel/facts.ts';
import { within } from '../kernel/ids.ts';
import { helpTeamStream, type HelpState, type HelpTeam } from './help.ts';
import { helpTeamRow } from './views.ts';

/** Teams that stand, have a skill, and whose area holds a grid: the smallest area first, then by id. */
export const teamsFor = fact<readonly HelpTeam[]>()<[skill: string, grid: string]>('teamsFor');

type Area = Pick<HelpTeam, 'territory' | 'territories'>;

/** Length of the longest code of a team's area that holds a grid; 0 where none does. */
const reachOf = ({ territory, territories = [territory] }: Area, grid: string): number =>
  Math.max(0, ...territories.filter((code) => within(code, grid)).map((code) => code.length));

const bySize =
  (grid: string) =>
  (one: HelpTeam, other: HelpTeam): number =>
    reachOf(other, grid) - reachOf(one, grid) || (one.id < other.id ? -1 : 1);

const readTeamsFor: FactReader = async (source, skill, grid): Promise<readonly HelpTeam[]> => {
  const rows = z.array(helpTeamRow).parse(await source.find('help-teams', { stage: 'standing' }));
  const near = rows.filter((row) => reachOf(row, String(grid)) > 0 && row.skills.includes(String(skill)));
  const states = await Promise.all(near.map(({ id }) => source.load<HelpState>(helpTeamStream(id))));
  return states
    .flatMap((state) => (state !== undefined && 'skills' in state && state.stage === 'standing' ? [state] : []))
    .sort(bySize(String(grid)));
};

export const helpFacts = { teamsFor: readTeamsFor } satisfies Readonly<Record<string, FactReader>>;

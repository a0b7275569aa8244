import type { Roles } from './case-permissions.ts';

const everywhere = { where: 'everywhere' };

/** Patrols are the walker's own; who follows the place sees what they came to, and the diary's pages are its writer's and the heads'. */
function patrolPermissions({ gridders, reception, heads }: Roles) {
  const overPlace = [...gridders, ...reception, ...heads];
  return [
    { do: ['StartPatrol'], by: gridders, where: 'territory' },
    {
      do: ['DoOnTheSpot', 'NoteVisit', 'AddPatrolCase', 'FinishPatrol', 'see:patrols', 'see:visit-notes'],
      by: ['signed-in'],
      where: 'own',
    },
    {
      do: ['see:patrols', 'see:patrol-items', 'see:missed-rounds', 'see:patrol-counts'],
      by: overPlace,
      where: 'territory',
    },
    { do: ['see:patrollers', 'see:visit-notes', 'BeginRounds', 'EndRounds'], by: heads, where: 'territory' },
    { do: ['BeginRounds', 'EndRounds'], by: [{ process: 'rounds-of-grids' }], ...everywhere },
    { do: ['LapsePatrol', 'CloseRounds'], by: [{ process: 'clock' }], ...everywhere },
  ];
}

function occasionPermissions({ gridders, reception, heads }: Roles) {
  const overPlace = [...gridders, ...reception, ...heads];
  return [
    {
      do: ['CallOccasion', 'MeetOccasion', 'see:occasions', 'see:occasion-notes', 'see:occasion-counts'],
      by: overPlace,
      where: 'territory',
    },
    { do: ['MissOccasion'], by: [{ process: 'clock' }], ...everywhere },
  ];
}

const holdingPermissions = ({ gridders, reception, heads }: Roles) => [
  {
    do: ['RegisterObject', 'MoveObject', 'RetireObject', 'CountPeople'],
    by: [...gridders, ...reception],
    where: 'territory',
  },
  { do: ['CountPeople'], by: [{ process: 'people-of-grids' }], ...everywhere },
  { do: ['see:grid-objects', 'see:grid-holdings'], by: [...gridders, ...reception, ...heads], where: 'territory' },
];

/** Everybody may know where help is found. */
const pointPermissions = ({ reception }: Roles) => [
  { do: ['OpenServicePoint', 'MoveServicePoint', 'CloseServicePoint'], by: reception, where: 'territory' },
  { do: ['see:service-points'], by: ['anyone'], ...everywhere },
];

/** The sections of a model that say what is done in its grids. */
interface GridWork {
  readonly patrol?: unknown;
  readonly occasions?: unknown;
  readonly objects?: unknown;
  readonly servicePoints?: unknown;
}

/** Who may do and see what in the grids of a place, for as much of it as the place has. */
export const gridPermissions = (roles: Roles, { patrol, occasions, objects, servicePoints }: GridWork) => [
  ...(patrol === undefined ? [] : patrolPermissions(roles)),
  ...(occasions === undefined ? [] : occasionPermissions(roles)),
  ...(objects === undefined ? [] : holdingPermissions(roles)),
  ...(servicePoints === undefined ? [] : pointPermissions(roles)),
];

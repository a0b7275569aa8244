import { ask, day, hour, monday, order, today, type Asked, type Way } from './steps.ts';

const checkedIn: Way = [
  order('ListMember', { person: 'li', unit: 'bank' }),
  ask('li', 'CheckIn', { person: 'li', community: 'committee' }),
  ask('li', 'CheckIn', { person: 'li', community: 'second' }),
  ask('li', 'EndCheckIn', { person: 'li' }),
  order('DelistMember', { person: 'li' }),
  order('CheckInUnit', { unit: 'bank', community: 'committee' }),
  order('EndUnitCheckIn', { unit: 'bank' }),
  order('CheckInUnit', { unit: 'bank', community: 'committee' }),
  order('DissolveUnit', { unit: 'bank', on: today }),
];

const activity = (id: string, rest: Asked['data'] = {}): Asked =>
  order('PublishActivity', {
    ...{ activity: id, unit: 'committee', field: 'patrol', title: 'evening round', places: 2 },
    ...{ from: monday + hour, until: monday + 3 * hour },
    ...rest,
  });
const part = (type: string, of: string, person = 'li'): Asked => ask(person, type, { activity: of, person });

/** Two rounds of the same hours: what is credited, and by that earns points. */
const served: Way = [
  order('FoundTeam', { team: 'tm1', unit: 'committee', kind: 'patrol-team', name: 'evening team' }),
  ask('li', 'JoinTeam', { team: 'tm1', person: 'li' }),
  activity('a1', { team: 'tm1' }),
  activity('a2'),
  part('SignUp', 'a1'),
  part('SignUp', 'a2'),
  part('SignUp', 'a2', 'wang'),
  part('CancelSignUp', 'a2', 'wang'),
  activity('a3', { from: monday + day, until: monday + day + hour }),
  order('CancelActivity', { activity: 'a3', reason: 'rain' }),
  { wait: hour },
  part('SignIn', 'a1'),
  part('SignIn', 'a2'),
  { wait: hour },
  part('SignOut', 'a1'),
  part('SignOut', 'a2'),
  { wait: 4 * hour },
  ask('li', 'LeaveTeam', { team: 'tm1', person: 'li' }),
  order('DisbandTeam', { team: 'tm1' }),
];

const term = { kind: 'stairwell', title: 'No. 3', places: 1, from: today, until: '2026-03-12' };
const posts: Way = [
  order('OfferPost', { post: 'cp1', unit: 'committee', ...term }),
  ask('li', 'ClaimPost', { post: 'cp1', person: 'li' }),
  ask('li', 'GiveUpPost', { post: 'cp1', person: 'li' }),
  ask('wang', 'ClaimPost', { post: 'cp1', person: 'wang' }),
  order('OfferPost', { post: 'cp2', unit: 'committee', ...term }),
  order('WithdrawPost', { post: 'cp2' }),
  { wait: 11 * day },
];

const wish = (id: string): Asked =>
  order('PublishWish', {
    ...{ wish: id, unit: 'committee', kind: 'repair', wisher: 'zhao', channel: 'offline' },
    ...{ text: 'a tap that does not drip', contact: 'stairwell 3' },
  });
const claim = (id: string, claimer = 'li'): Asked => ask(claimer, 'ClaimWish', { wish: id, claimer });
const wishes: Way = [
  wish('x1'),
  claim('x1'),
  ask('li', 'GiveBackWish', { wish: 'x1' }),
  claim('x1', 'wang'),
  ask('wang', 'FulfilWish', { wish: 'x1', note: 'a washer' }),
  ask('zhao', 'ReturnWish', { wish: 'x1' }),
  ask('wang', 'FulfilWish', { wish: 'x1', note: 'a new tap' }),
  ask('zhao', 'ConfirmWish', { wish: 'x1' }),
  wish('x2'),
  claim('x2'),
  { wait: 15 * day },
  ask('zhao', 'WithdrawWish', { wish: 'x2' }),
];

const year = { person: 'li', year: '2025' };
/** A year that is over, told to the employer when the person agrees. */
const reported: Way = [
  order('ListMember', { person: 'li', unit: 'bank' }),
  ask('li', 'CheckIn', { person: 'li', community: 'committee' }),
  order('DraftReport', year),
  ask('li', 'DeclineReport', year),
  order('DraftReport', year),
  ask('li', 'ConsentReport', { ...year, draft: 2 }),
  { wait: 3 * day },
];

const floating: Way = [
  order('RegisterFloating', { person: 'li', unit: 'branch', from: 'a mill that closed' }),
  order('ContactFloating', { person: 'li', note: 'has found work' }),
  order('CheckCertificate', { person: 'li', number: 'NJ-0417', until: '2026-03-10' }),
  order('UseCertificate', { person: 'li' }),
  { wait: 9 * day },
  order('DeregisterFloating', { person: 'li' }),
];

export const waysOfVolunteers: readonly Way[] = [checkedIn, served, posts, wishes, reported, floating];

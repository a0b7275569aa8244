import {
  ask,
  box,
  community,
  day,
  drawn,
  east,
  fireGrid,
  hour,
  order,
  redrawn,
  today,
  west,
  type Way,
} from './steps.ts';

const shop = { unit: 'shop' };
const office = { unit: 'joint', post: 'full-time-deputy', person: 'head' };
const term = { from: today, until: '2031-03-02' };
const owner = { person: 'li', unit: 'owners', post: 'chair' };

const units: Way = [
  order('FoundUnit', { ...shop, kind: 'firm', name: 'shop', parent: 'joint', territories: [community], on: today }),
  order('DescribeUnit', { ...shop, staff: 40, trades: ['retail'] }),
  order('TakeInUnit', { unit: 'stall', kind: 'firm', name: 'stall', territories: [community], staff: 2 }),
  order('RenameUnit', { unit: 'branch', name: 'our branch' }),
  order('MoveUnit', { ...shop, parent: 'branch' }),
  order('AppointHolder', { ...office, from: today }),
  order('PairBodies', { unit: 'branch', with: 'committee' }),
  order('PartBodies', { unit: 'committee', with: 'branch' }),
  order('PairBodies', { unit: 'branch', with: 'committee' }),
  order('EndAppointment', { ...office, on: today }),
  order('ReelectBody', { unit: 'branch', term, holders: [{ post: 'secretary', person: 'm1' }] }),
  order('DissolveUnit', { ...shop, on: today }),
];

/** A branch for a time, which ends by itself; what depends on a post ends with it. */
const forATime: Way = [
  order('AppointHolder', { ...office, from: today }),
  order('FoundUnit', {
    ...{ unit: 'temporary', kind: 'temporary-branch', name: 'temporary', parent: 'branch' },
    ...{ territories: [west], on: today, until: '2026-03-04' },
  }),
  order('EndAppointment', { unit: 'branch', post: 'secretary', person: 'head', on: today }),
  { wait: 2 * day },
];

const declared: Way = [
  ask('li', 'DeclareMembership', { ...owner, member: true }),
  ask('li', 'DeclareMembership', { ...owner, member: false }),
  ask('li', 'WithdrawDeclaration', owner),
  ask('li', 'DeclareMembership', { ...owner, member: true }),
  order('EndAppointment', { ...owner, on: today }),
];

const courses: Way = [
  order('PlanCourse', { run: 'u1', course: 'mediation', unit: 'street', on: today }),
  order('NoteAttendance', { run: 'u1', persons: ['li', 'wang'] }),
  order('PlanCourse', { run: 'u2', course: 'mediation', unit: 'street', on: '2026-03-09' }),
  order('CancelCourse', { run: 'u2' }),
];

const linked: Way = [
  order('TakeCharge', { compound: west, side: 'town', unit: 'street', person: 's1' }),
  order('TakeCharge', { compound: west, side: 'property', unit: 'bank', person: 'banker' }),
  order('ReportMonth', { compound: west, side: 'town', month: '2026-03', text: 'two visits' }),
  order('RaiseProblem', { problem: 'q1', compound: west, side: 'property', text: 'no room to park' }),
  order('TakeProblem', { problem: 'q1', side: 'town', until: '2026-03-31' }),
  order('FinishProblem', { problem: 'q1', result: 'a yard was opened' }),
  order('LeaveCharge', { compound: west, side: 'property' }),
];

const workers: Way = [
  order('AdmitMatter', { matter: 'mt1', community: 'committee', from: 'office', item: 'count-shops', title: 'shops' }),
  order('StateHouseholds', { unit: 'committee', households: 600 }),
  order('PlaceWorker', { unit: 'committee', person: 'wang', post: 'clerk-post', grade: 4 }),
  order('PromoteWorker', { unit: 'committee', person: 'wang', post: 'head-post', grade: 4 }),
  order('ReleaseWorker', { unit: 'committee', person: 'wang' }),
];

const persons: Way = [
  order('RegisterPerson', { person: 'li', name: 'Li (invented)', phone: '13812345678', invented: true }),
  ask('li', 'GiveConsent', { person: 'li', purpose: 'honours' }),
  ask('li', 'WithdrawConsent', { person: 'li', purpose: 'honours' }),
  order('RegisterPerson', { person: 'zhao', name: 'Zhao (invented)' }),
  ask('zhao', 'ErasePerson', { person: 'zhao', ground: 'asked' }),
];

const place = (x: number) => ({ position: [120 + x, 28.005], system: 'WGS-84' });

const ground: Way = [
  order('FoundFunctionalGrid', { grid: fireGrid, purpose: 'fire-safety', name: 'fire', over: [west, east] }),
  order('EndFunctionalGrid', { grid: fireGrid }),
  order('FoundFunctionalGrid', { grid: fireGrid, purpose: 'fire-safety', name: 'fire', over: [west, east] }),
  order('AssignGridMember', { grid: west, post: 'resident-member', person: 'zhao', from: today }),
  order('RemoveGridMember', { grid: west, post: 'resident-member', person: 'zhao' }),
  order('RegisterObject', { object: 'o1', grid: west, kind: 'hydrant', name: 'hydrant 7', place: place(0.005) }),
  order('MoveObject', { object: 'o1', grid: east }),
  order('RetireObject', { object: 'o1' }),
  order('CountPeople', { grid: west, kind: 'resident', count: 120 }),
  order('OpenServicePoint', { point: 'sp1', kind: 'station', name: 'station', place: place(0.005), unit: 'committee' }),
  order('MoveServicePoint', { point: 'sp1', place: place(0.015) }),
  order('CloseServicePoint', { point: 'sp1' }),
  order('DrawPartition', { community, outline: box(0, 2), grids: redrawn }),
  order('DrawPartition', { community, outline: box(0, 2), grids: drawn }),
];

const found = {
  ...{ case: 'c9', class: 'dispute', place: { grid: west }, text: 'a hedge that nobody cuts' },
  ...{ photos: [], channel: 'gridder', mode: 'masked' },
};

const patrols: Way = [
  ask('wang', 'StartPatrol', { patrol: 'p1', grid: west }),
  ask('wang', 'DoOnTheSpot', { patrol: 'p1', kind: 'litter', note: 'a bag by the gate' }),
  ask('wang', 'NoteVisit', { patrol: 'p1', note: 'the lift stands still' }),
  ask('wang', 'ReportCase', found),
  ask('wang', 'AddPatrolCase', { patrol: 'p1', case: 'c9' }),
  ask('wang', 'FinishPatrol', { patrol: 'p1' }),
  ask('wang', 'StartPatrol', { patrol: 'p2', grid: west }),
  order('CallOccasion', { occasion: 'n1', grid: west, kind: 'new-neighbour', note: 'No. 3' }),
  order('MeetOccasion', { occasion: 'n1', note: 'welcomed' }),
  order('CallOccasion', { occasion: 'n2', grid: east, kind: 'new-neighbour' }),
  { wait: 15 * hour },
  { wait: 10 * hour },
];

export const waysOfOrganisation: readonly Way[] = [
  ...[units, forATime, declared, courses, linked, workers, persons, ground, patrols],
];

import { test } from 'node:test';
import { anonymous, hashText, person, personId, process, startOfDay } from '@keting/domain';
import { sampleModel, sealed } from '@keting/domain/testing';
import { aCase, grid, inStage, report, step } from './small-case.ts';

const time = sampleModel().workingTime;
const clock = (day: string, hour: number) => startOfDay(day, time) + hour * 3_600_000;

test('[CASE-01] a report begins a case where its place lies, on the desk whose turn it is', () => {
  aCase()
    .when(report())
    .then({
      type: 'CaseReported',
      data: {
        cohort: { grid, class: 'dispute', day: '2026-03-02' },
        text: sealed('Noise at night'),
        reporter: { mode: 'masked', person: 'someone' },
        turn: 'room',
      },
    });
});

test('[CASE-01] a report is made once', () => {
  inStage('collected')
    .when(report())
    .refuses('case-exists', { ids: ['c1'] });
});

test('[CASE-01] a coordinate is resolved to its grid, and kept as its source gave it', () => {
  const place = { position: [120, 28], system: 'GCJ-02' };
  aCase()
    .when(report({ place }))
    .then({ type: 'CaseReported', data: { cohort: { grid }, place } });
});

test('[GRID-04] a place outside is told so, and so is a grid that there is not', () => {
  const place = { position: [121, 28], system: 'WGS-84' };
  aCase()
    .when(report({ place }))
    .refuses('place-outside', { params: { longitude: 121, latitude: 28, system: 'WGS-84' } });
  aCase()
    .when(report({ place: { grid: 'nowhere' } }))
    .refuses('grid-unknown', { ids: ['nowhere'] });
});

test('[CASE-01] an anonymous report names nobody; any other is made by a person', () => {
  const receipt = hashText('secret');
  aCase()
    .by(anonymous)
    .when(report({ mode: 'anonymous', receipt }))
    .then({ type: 'CaseReported', data: { reporter: { mode: 'anonymous', receipt } } });
  aCase().by(process('hotline')).when(report()).refuses('person-required');
  aCase()
    .by(person(personId.parse('p7')))
    .when(report({ mode: 'named' }))
    .then({ type: 'CaseReported', data: { reporter: { mode: 'named', person: 'p7' } } });
});

test('[CASE-01] text and photos keep within the bounds of the model', () => {
  aCase()
    .when(report({ text: ' x ' }))
    .invalid({ path: 'text', code: 'too-short', limit: 2 });
  aCase()
    .when(report({ text: 'x'.repeat(501) }))
    .invalid({ path: 'text', code: 'too-long', limit: 500 });
  aCase()
    .when(report({ photos: ['a', 'b', 'c', 'd'] }))
    .invalid({ path: 'photos', code: 'too-many', limit: 3 });
});

test('[CASE-01] white space and what has no width is no text, in the report and in the fields of its class', () => {
  aCase()
    .when(report({ text: '\u200b\u200b \u2060\u200b' }))
    .invalid({ path: 'text', code: 'too-short' });
  const base = sampleModel();
  const field = { id: 'seen', label: base.name, type: 'text', required: true, maxLength: 20, minLength: 2 } as const;
  const classes = base.cases.classes.map((one) => (one.id === 'dispute' ? { ...one, fields: [field] } : one));
  aCase()
    .under({ ...base, cases: { ...base.cases, classes } })
    .when(report({ fields: { seen: '   ' } }))
    .invalid({ path: 'fields.seen', code: 'too-short' });
});

test('[CASE-01] who reports anonymously leaves no way to be reached, who asks to be masked no name', () => {
  const contact = { name: 'Someone', phone: '0576-0000 000' };
  aCase()
    .by(anonymous)
    .when(report({ mode: 'anonymous', contact: { phone: contact.phone } }))
    .invalid({ path: 'contact', code: 'unknown-field' });
  aCase()
    .when(report({ mode: 'masked', contact }))
    .invalid({ path: 'contact.name', code: 'unknown-field' });
  aCase()
    .when(report({ mode: 'masked', contact: { phone: contact.phone } }))
    .then({ type: 'CaseReported' });
  aCase()
    .when(report({ mode: 'named', contact }))
    .then({ type: 'CaseReported' });
});

test('[CASE-01] a report that was taken down for another belongs to their receipt, not to who took it', () => {
  const receipt = hashText('secret');
  for (const channel of ['hotline', 'platform']) {
    aCase()
      .when(report({ channel, receipt }))
      .then({ type: 'CaseReported', data: { channel, reporter: { mode: 'masked', receipt } } });
  }
  aCase()
    .when(report({ channel: 'gridder' }))
    .then({ type: 'CaseReported', data: { reporter: { mode: 'masked', person: 'someone' } } });
});

test('[GRID-04] only coordinate systems that the model reads are taken', () => {
  const base = sampleModel();
  const chinese = { ...base.cases, report: { ...base.cases.report, coordinates: ['GCJ-02' as const] } };
  const place = { position: [120, 28], system: 'WGS-84' };
  aCase()
    .under({ ...base, cases: chinese })
    .when(report({ place }))
    .invalid({ path: 'place' });
});

test('[CASE-04] what a handler shows keeps to the photos that the model lets a report have', () => {
  inStage('dispatched')
    .when(step('HandleCase', { photos: ['a', 'b', 'c', 'd'] }))
    .invalid({ path: 'photos', code: 'too-many', limit: 3 });
});

test('[CASE-02] a class asks for its own fields, and for no others', () => {
  const pothole = (fields?: object) =>
    aCase().when(report({ class: 'pothole', ...(fields === undefined ? {} : { fields }) }));
  pothole().invalid({ path: 'fields', code: 'required' });
  pothole({ depth: 0 }).invalid({ path: 'fields.depth', code: 'too-small', limit: 1 });
  pothole({ depth: 5, seen: '2026-02-30' }).invalid({ path: 'fields.seen', code: 'wrong-form' });
  pothole({ depth: 5, colour: 'grey' }).invalid({ code: 'unknown-field' });
  pothole({ depth: 5, seen: '2026-02-28' }).then({ type: 'CaseReported', data: { class: 'pothole' } });
});

test('[CASE-02] a case is of a class, not of a group of classes', () => {
  aCase()
    .when(report({ class: 'roads' }))
    .invalid({ path: 'class' });
});

test('[CASE-02] the grade decides how fast, and whoever accepts may grade it otherwise', () => {
  aCase()
    .when(report())
    .then({
      type: 'CaseReported',
      data: { grade: 'plain', limit: { at: clock('2026-03-02', 15), warnAt: clock('2026-03-02', 12) } },
    });
  aCase()
    .when(report({ class: 'fire' }))
    .then({ type: 'CaseReported', data: { grade: 'urgent', limit: { at: clock('2026-03-02', 10) } } });
  inStage('collected')
    .when(step('AcceptCase', { grade: 'urgent' }))
    .then({ type: 'CaseAccepted', data: { grade: 'urgent' } });
  inStage('collected')
    .when(step('AcceptCase', { grade: 'huge' }))
    .refuses('grade-unknown', { ids: ['huge'] });
});

test('[CASE-02] the grade that a case is accepted under sets the deadline from there on', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => ({
    ...one,
    allow: { ...one.allow, accepted: { hours: one.id === 'urgent' ? 1 : 24 } },
  }));
  const accepted = (rest = {}) =>
    inStage('collected')
      .under({ ...base, cases: { ...base.cases, grades } })
      .when(step('AcceptCase', rest));
  accepted().then({ type: 'CaseAccepted', data: { limit: { at: clock('2026-03-03', 9) } } });
  accepted({ grade: 'urgent' }).then({ type: 'CaseAccepted', data: { limit: { at: clock('2026-03-02', 10) } } });
});

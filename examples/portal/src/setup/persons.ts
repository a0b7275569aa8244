import type { Actor, Language } from '@keting/domain';
import { anonymous, person, personId } from '@keting/domain';
import type { SampleDistrict } from '@keting/models/luqiao/sample';

/** Someone that the visitor can be. The names are invented, as all in the sample. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly role: Readonly<Record<Language, string>>;
  readonly place: string;
  readonly actor: Actor;
  /** Where this person begins. */
  readonly home: 'overview' | 'report' | 'work';
}

/** The community that the demonstration is set in: it has a living room. */
export const stage = { community: '331004001004', street: '331004001' } as const;

const role = (hans: string, hant: string, en: string): Persona['role'] => ({
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
});

/** Five persons from the sample: who reports, who patrols, who receives, who oversees, who handles. */
export function personasOf(district: SampleDistrict): readonly Persona[] {
  const names = new Map(district.people.map(({ id, name }) => [id, name]));
  const grids = new Map(district.grids.map(({ code, name }) => [code, name]));
  const units = new Map(district.units.map(({ id, name }) => [id, name]));
  const holder = (unit: string, post: string) =>
    district.appointments.find((one) => one.unit === unit && one.post === post)?.person;
  const gridder = district.gridAppointments.find(
    ({ grid, post }) => grid.startsWith(stage.community) && post === 'party-micro-grid-member',
  );
  const resident = district.residents.find(({ grid }) => grid.startsWith(stage.community));
  const room = `room-${stage.community}`;
  const office = `office-${stage.street}`;
  const works = 'department-municipal';
  const cast: readonly [string, string | undefined, Persona['role'], string | undefined, Persona['home']][] = [
    ['resident', resident?.person, role('居民', '居民', 'Resident'), grids.get(resident?.grid ?? ''), 'report'],
    [
      'gridder',
      gridder?.person,
      role('党员微格员', '黨員微格員', 'Micro-grid member'),
      grids.get(gridder?.grid ?? ''),
      'work',
    ],
    [
      'clerk',
      holder(room, 'living-room-clerk'),
      role('会客厅专职', '會客廳專職', 'Living-room clerk'),
      units.get(room),
      'overview',
    ],
    [
      'street',
      holder(office, 'street-clerk'),
      role('街道专职', '街道專職', 'Street clerk'),
      units.get(office),
      'overview',
    ],
    [
      'officer',
      holder(works, 'officer'),
      role('部门经办人', '部門經辦人', 'Department officer'),
      units.get(works),
      'work',
    ],
  ];
  const people = cast.flatMap(([id, who, title, place, home]) =>
    who === undefined
      ? []
      : [
          {
            id,
            name: names.get(who) ?? who,
            role: title,
            place: place ?? '',
            actor: person(personId.parse(who)),
            home,
          },
        ],
  );
  const guest: Persona = {
    id: 'guest',
    name: '',
    role: role('未登录', '未登入', 'Not signed in'),
    place: '',
    actor: anonymous,
    home: 'report',
  };
  return [...people, guest];
}

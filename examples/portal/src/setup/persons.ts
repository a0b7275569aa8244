import type { Actor, Language } from '@keting/domain';
import { anonymous, person, personId } from '@keting/domain';
import type { SampleDistrict } from '@keting/models/luqiao/sample';

/** Someone that the visitor can be. The names are invented, as all in the sample. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly role: Readonly<Record<Language, string>>;
  readonly place: string;
  /** The unit that the person looks at first. */
  readonly unit: string;
  readonly actor: Actor;
  /** Where this person begins. */
  readonly home: 'overview' | 'report' | 'work';
}

/** A persona before it is known who holds the post. */
interface Part extends Pick<Persona, 'id' | 'role' | 'unit' | 'home'> {
  readonly who: string | undefined;
  readonly place: string | undefined;
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
  const cast: readonly Part[] = [
    {
      id: 'resident',
      who: resident?.person,
      role: role('居民', '居民', 'Resident'),
      place: grids.get(resident?.grid ?? ''),
      unit: room,
      home: 'report',
    },
    {
      id: 'gridder',
      who: gridder?.person,
      role: role('党员微格员', '黨員微格員', 'Micro-grid member'),
      place: grids.get(gridder?.grid ?? ''),
      unit: room,
      home: 'work',
    },
    {
      id: 'clerk',
      who: holder(room, 'living-room-clerk'),
      role: role('会客厅专职', '會客廳專職', 'Living-room clerk'),
      place: units.get(room),
      unit: room,
      home: 'overview',
    },
    {
      id: 'street',
      who: holder(office, 'street-clerk'),
      role: role('街道专职', '街道專職', 'Street clerk'),
      place: units.get(office),
      unit: office,
      home: 'overview',
    },
    {
      id: 'officer',
      who: holder(works, 'officer'),
      role: role('部门经办人', '部門經辦人', 'Department officer'),
      place: units.get(works),
      unit: works,
      home: 'work',
    },
  ];
  const people = cast.flatMap(({ who, place = '', ...rest }) =>
    who === undefined ? [] : [{ ...rest, place, name: names.get(who) ?? who, actor: person(personId.parse(who)) }],
  );
  const guest: Persona = {
    id: 'guest',
    name: '',
    role: role('未登录', '未登入', 'Not signed in'),
    place: '',
    unit: room,
    actor: anonymous,
    home: 'report',
  };
  return [...people, guest];
}

import { personId, words, type Term } from '@keting/domain';
import type { ToldPersona } from '../src/setup/persons.ts';
import type { PlaceId } from '../src/setup/places.ts';
import type { Setting } from './setting.ts';

/** Somebody to be, before it is known who holds the post. */
interface Part extends Pick<ToldPersona, 'id' | 'role' | 'home'> {
  readonly unit: string;
  readonly post: string;
}

/** Whom one can be in a place beside a resident and a guest. */
interface Cast {
  /** Who serves in a grid of the community on show. */
  readonly gridder: { readonly post: string; readonly role: Term };
  /** Those who hold posts; the first of them works where the residents, too, look first. */
  readonly parts: readonly Part[];
}

const resident = words('居民', '居民', 'Resident');
const guest = words('未登录', '未登入', 'Not signed in');
const gridOfficer = words('网格员', '網格員', 'Grid officer');
const officer = words('部门经办人', '部門經辦人', 'Department officer');
const streetClerk = words('街道工作人员', '街道工作人員', 'Sub-district clerk');

/** Who takes reports in, in the community. */
const clerk = (unit: string, role = words('社区工作者', '社區工作者', 'Community worker')): Part => ({
  ...{ id: 'clerk', unit, role, post: 'clerk', home: 'overview' },
});
const street = (code: string): Part => ({
  ...{ id: 'street', unit: `office-${code}`, role: streetClerk, post: 'clerk', home: 'overview' },
});
/** Who heads the sub-district. */
const head = (code: string, role: Term): Part => ({
  ...{ id: 'head', unit: `committee-${code}`, role, post: 'secretary', home: 'overview' },
});
const handler = (unit: string, post = 'officer', role = officer): Part => ({
  ...{ id: 'officer', unit, role, post, home: 'work' },
});

/** Who heads a unit that stands in the place, and acts for it. */
const employer = (unit: string): Part => ({
  ...handler(unit, 'manager', words('驻区单位负责人', '駐區單位負責人', 'Head of a resident unit')),
  id: 'employer',
});

const bigCommittee = words('大工委书记', '大工委書記', 'Secretary, sub-district');
const workingCommittee = words('党工委书记', '黨工委書記', 'Secretary, sub-district');

/** Casts by place, given the codes of the community on show and of its sub-district. */
const casts: Readonly<Record<PlaceId, (community: string, above: string) => Cast>> = {
  shibei: (community, above) => ({
    gridder: { post: 'grid-officer', role: gridOfficer },
    parts: [
      clerk(`council-${community}`),
      street(above),
      head(above, bigCommittee),
      handler('department-housing'),
      employer(`unit-${community}-1`),
    ],
  }),
  luqiao: (community, above) => ({
    gridder: { post: 'party-micro-grid-member', role: words('党员微格员', '黨員微格員', 'Micro-grid member') },
    parts: [
      {
        ...clerk(`room-${community}`, words('会客厅专职', '會客廳專職', 'Living-room clerk')),
        post: 'living-room-clerk',
      },
      { ...street(above), post: 'street-clerk', role: words('街道专职', '街道專職', 'Street clerk') },
      head(above, workingCommittee),
      handler('department-municipal'),
    ],
  }),
  chengcheng: (community, above) => ({
    gridder: { post: 'grid-officer', role: gridOfficer },
    parts: [
      clerk(`council-${community}`),
      street(above),
      head(above, workingCommittee),
      handler('department-relief'),
      employer(`unit-${above}-1`),
    ],
  }),
  nanjing: (community, above) => ({
    gridder: { post: 'responsible-member', role: words('责任区党员', '責任區黨員', 'Responsible member') },
    parts: [
      clerk(`committee-${community}`),
      street(above),
      head(above, workingCommittee),
      handler(`unit-${above}-1`, 'manager', words('驻区单位负责人', '駐區單位負責人', 'Head of a resident unit')),
    ],
  }),
  bengbu: (community, above) => ({
    gridder: { post: 'grid-officer', role: gridOfficer },
    parts: [
      clerk(`council-${community}`),
      street(above),
      head(above, bigCommittee),
      handler(
        `enforcement-${community.slice(0, 6)}`,
        'officer',
        words('执法经办人', '執法經辦人', 'Enforcement officer'),
      ),
      employer('partner-bank'),
    ],
  }),
};

const nameIn = (list: Setting['people'] | Setting['units'], wanted: string | undefined): string =>
  list.find(({ id }) => id === wanted)?.name ?? '';

const gridName = ({ grids }: Setting, wanted: string | undefined): string =>
  grids.find(({ code }) => code === wanted)?.name ?? '';

/** The persons whom one can be in a place: who reports, who serves in a grid, who receives, who oversees, who handles, a guest. */
export function personasIn(place: PlaceId, setting: Setting): readonly ToldPersona[] {
  const { community, people, units, appointments } = setting;
  const { gridder, parts } = casts[place](community, community.slice(0, 9));
  const unit = parts[0]?.unit ?? '';
  const home = setting.residents.find(({ grid }) => grid.startsWith(community));
  const service = setting.services.find(({ grid, post }) => grid.startsWith(community) && post === gridder.post);
  const someone = (who: string | undefined, rest: Omit<ToldPersona, 'name' | 'person'>): readonly ToldPersona[] =>
    who === undefined ? [] : [{ ...rest, name: nameIn(people, who), person: personId.parse(who) }];
  return [
    ...someone(home?.person, {
      ...{ id: 'resident', role: resident, place: gridName(setting, home?.grid), unit, home: 'report' },
    }),
    ...someone(service?.person, {
      ...{ id: 'gridder', role: gridder.role, place: gridName(setting, service?.grid), unit, home: 'work' },
    }),
    ...parts.flatMap(({ post, ...part }) =>
      someone(appointments.find((one) => one.unit === part.unit && one.post === post)?.person, {
        ...part,
        place: nameIn(units, part.unit),
      }),
    ),
    { id: 'guest', name: '', role: guest, place: '', unit, home: 'report' },
  ];
}

import type { GovernanceModel, Message } from '@keting/domain';
import { bengbu, chengcheng, luqiao, nanjing, shibei } from '@keting/models';
import { buildBengbu } from '@keting/models/bengbu/sample';
import { buildChengcheng } from '@keting/models/chengcheng/sample';
import { buildSampleDistrict, districtCommands } from '@keting/models/luqiao/sample';
import { buildNanjing } from '@keting/models/nanjing/sample';
import { buildShibei, placeCommands, type PlaceSample } from '@keting/models/shibei/sample';
import type { PlaceId } from '../src/setup/places.ts';
import { inCounty } from './in-county.ts';
import { newHeads, newUnits } from './past/new-units.ts';
import type { Polygons } from './past/point-within.ts';

/** Somebody and the grid that they live in. */
export interface Resident {
  readonly person: string;
  readonly grid: string;
}

/** A sample district as the demonstration sets it up and lets visitors act in it. */
export interface Setting {
  readonly model: GovernanceModel;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly units: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly territories: readonly string[];
  }[];
  readonly appointments: readonly { readonly unit: string; readonly post: string; readonly person: string }[];
  readonly grids: readonly {
    readonly code: string;
    readonly name: string;
    readonly community: string;
    readonly polygons?: Polygons;
  }[];
  readonly services: readonly { readonly grid: string; readonly post: string; readonly person: string }[];
  readonly residents: readonly Resident[];
  /** All of it, in an order in which each is accepted. */
  readonly commands: readonly Message[];
  /** The community that the demonstration is set in. */
  readonly community: string;
  /** What the codes of grids begin with in which its matters happen, and of how many of them one has a matter. */
  readonly around: string;
  readonly thinning: number;
  /** The posts of those who take reports in, in a community and in a sub-district. */
  readonly clerks: { readonly community: string; readonly street: string };
}

type Where = Pick<Setting, 'community' | 'around' | 'thinning'>;

function luqiaoSetting(): Setting {
  const district = buildSampleDistrict();
  const { people, units, appointments, grids, residents, gridAppointments: services } = district;
  return {
    ...{ model: luqiao, people, units, appointments, grids, services, residents },
    commands: districtCommands(district),
    // It has a living room; codes of the six streets begin so, those of the towns do not.
    ...{ community: '331004001004', around: '3310040', thinning: 23 },
    clerks: { community: 'living-room-clerk', street: 'street-clerk' },
  };
}

/** Residents beside those who hold posts; invented. */
const residentNames = [
  '林某',
  '周某芳',
  '许某',
  '何某平',
  '沈某',
  '吕某英',
  '孙某',
  '马某国',
  '谭某',
  '范某兰',
  '石某',
  '钱某良',
];

/** A setting from a sample that has nobody but those who hold posts: residents of the community on show are added. */
function settingOf(model: GovernanceModel, sample: PlaceSample, where: Where): Setting {
  const homes = sample.grids.filter(({ community }) => community === where.community);
  const added = residentNames.map((name, i) => ({ id: `resident-${i + 1}`, name }));
  const { units, appointments, grids, services } = sample;
  return {
    ...{ model, units, appointments, grids, services, ...where },
    clerks: { community: 'clerk', street: 'clerk' },
    people: [...sample.people, ...added],
    residents: added.map(({ id }, i) => ({ person: id, grid: homes[i % homes.length]?.code ?? '' })),
    commands: [
      ...placeCommands(sample),
      ...added.map(({ id, name }) => ({ type: 'RegisterPerson', data: { person: id, name, invented: true } })),
    ],
  };
}

const settings: Readonly<Record<PlaceId, () => Setting>> = {
  shibei: () => settingOf(shibei, buildShibei(), { community: '370203005004', around: '370203005', thinning: 2 }),
  luqiao: luqiaoSetting,
  chengcheng: () =>
    settingOf(chengcheng, buildChengcheng(), { community: '610525001002', around: '610525001', thinning: 8 }),
  nanjing: () => settingOf(nanjing, buildNanjing(), { community: '320106001004', around: '320106001', thinning: 3 }),
  bengbu: () =>
    settingOf(bengbu, inCounty(buildBengbu(), '340302'), {
      community: '340302001002',
      around: '340302001',
      thinning: 2,
    }),
};

/** A setting with the units that are founded in the days before today, beside those that its commands found. */
function withNewUnits(place: PlaceId, setting: Setting): Setting {
  const added = newUnits[place] ?? [];
  const { community, grids } = setting;
  const compound = grids.find((grid) => grid.community === community)?.code ?? community;
  const ofKind = (wanted: string) =>
    setting.units.find(({ kind, territories: [first = ''] }) => kind === wanted && first.startsWith(community));
  const heads = [
    ...added.flatMap(({ unit, head }) => (head === undefined ? [] : [{ unit, ...head }])),
    ...(newHeads[place] ?? []).flatMap(({ kind, head }) => {
      const unit = ofKind(kind)?.id;
      return unit === undefined ? [] : [{ unit, ...head }];
    }),
  ];
  return {
    ...setting,
    units: [
      ...setting.units,
      ...added.map(({ unit: id, inCompound, ...rest }) => ({
        ...{ ...rest, id },
        territories: [inCompound ? compound : community],
      })),
    ],
    people: [...setting.people, ...heads.map(({ person: id, name }) => ({ id, name }))],
    appointments: [...setting.appointments, ...heads.map(({ unit, post, person }) => ({ unit, post, person }))],
  };
}

/** Builds the sample of a place; the same every time. */
export const buildSetting = (place: PlaceId): Setting => withNewUnits(place, settings[place]());

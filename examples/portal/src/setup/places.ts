import { words, type Term } from '@keting/domain';

/** The five places that the demonstration shows, each with a record of its own. */
export const placeIds = ['shibei', 'luqiao', 'chengcheng', 'nanjing', 'bengbu'] as const;
export type PlaceId = (typeof placeIds)[number];

/** Where the demonstration begins. */
export const firstPlace: PlaceId = 'luqiao';

/** What the page says of a place, beside what its model says. */
export interface PlaceWords {
  readonly title: Term;
  /** Pages that are called otherwise than in other places. */
  readonly pages?: Readonly<Record<string, Term>>;
  /** Said at the foot where the record holds only a part of the place. */
  readonly part?: Term;
}

export const placeWords: Readonly<Record<PlaceId, PlaceWords>> = {
  shibei: { title: words('市北区基层治理', '市北區基層治理', 'Shibei grassroots governance') },
  luqiao: {
    title: words('路桥区基层治理', '路橋區基層治理', 'Luqiao grassroots governance'),
    pages: { grids: words('微格', '微格', 'Micro-grids'), meetings: words('三会', '三會', 'Meetings') },
  },
  chengcheng: { title: words('澄城县基层治理', '澄城縣基層治理', 'Chengcheng grassroots governance') },
  nanjing: {
    title: words('南京市社区党建', '南京市社區黨建', 'Nanjing community party building'),
    pages: { grids: words('责任区', '責任區', 'Areas') },
  },
  bengbu: {
    title: words('蚌埠市基层治理', '蚌埠市基層治理', 'Bengbu grassroots governance'),
    part: words(
      '这里只装入龙子湖区：全市九个区县的示例有十万条命令。',
      '這裡只裝入龍子湖區：全市九個區縣的示例有十萬條命令。',
      'Only Longzihu District is set up here: the sample of all nine districts and counties has 100,000 commands.',
    ),
  },
};

const isPlace = (name: string | null): name is PlaceId => placeIds.some((known) => known === name);

/** Reads `?place=shibei`: an address without a place is that of the first. */
export function placeOf(query: string): PlaceId {
  const named = new URLSearchParams(query).get('place');
  return isPlace(named) ? named : firstPlace;
}

/** The query that names a place. */
export const queryOf = (place: PlaceId): string => (place === firstPlace ? '' : `?place=${place}`);

/** Where the desk of a place is, from the page's own address. */
export const deskOf = (place: PlaceId): string => (place === firstPlace ? 'keting/v1' : `places/${place}/keting/v1`);

/** Where it is told whom one can be in a place. */
export const personsOf = (place: PlaceId): string => `places/${place}/persons`;

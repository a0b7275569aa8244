import type { InventedPerson } from '../../sample/register.ts';

/** Longitude and latitude in degrees, WGS-84, at most six decimals. */
export type SamplePosition = readonly [longitude: number, latitude: number];

/** Polygons as in a GeoJSON MultiPolygon: rings closed, outer ones anticlockwise; the sample has no holes. */
export type SamplePolygons = readonly (readonly (readonly SamplePosition[])[])[];

/** A street, town or zone of the division table, with an invented outline. */
export interface SampleStreet {
  /** Twelve digits, the last three zero. */
  readonly code: string;
  readonly name: string;
  readonly polygons: SamplePolygons;
}

/** A village or community of the division table, with an invented outline. */
export interface SampleCommunity {
  /** Twelve digits. */
  readonly code: string;
  readonly name: string;
  /** Code of its street, twelve digits. */
  readonly street: string;
  /** `community` has a residents' committee, `village` a villagers' committee. */
  readonly kind: 'community' | 'village';
  readonly polygons: SamplePolygons;
}

/** A basic grid of homes, or the dedicated grid that a market is. */
export interface SampleBasicGrid {
  /** The community's twelve digits and three of its own. */
  readonly code: string;
  readonly name: string;
  readonly community: string;
  readonly kind: 'basic' | 'dedicated';
  /** Invented; about 300 in a basic grid (GB/T 34300-2017), none in a market. */
  readonly households: number;
  /** Id of the market's unit, where the grid is one. */
  readonly market?: string;
  readonly polygons: SamplePolygons;
}

/** A territorial micro-grid. Those of a market share its polygon and divide its stalls. */
export interface SampleGrid {
  /** Its basic grid's fifteen characters and two digits. */
  readonly code: string;
  readonly name: string;
  readonly community: string;
  readonly basicGrid: string;
  readonly kind: 'micro';
  readonly households: number;
  readonly trade?: string;
  /** Numbers of the first and last stall, both inclusive. */
  readonly stalls?: { readonly from: number; readonly to: number };
  readonly polygons: SamplePolygons;
}

/** A functional micro-grid, laid over territorial ones for a purpose. Its members chose to serve; where they come from is not kept. */
export interface SampleFunctionalGrid {
  /** The community's twelve digits, `N00` (new residents) or `E00` (five elders), and two digits. */
  readonly code: string;
  readonly name: string;
  readonly community: string;
  readonly kind: 'functional';
  readonly purpose: 'new-residents' | 'five-elders';
  /** Codes of the territorial micro-grids below it. */
  readonly over: readonly string[];
  /** Ids of people. */
  readonly members: readonly string[];
}

/** Kinds of unit in the sample, as the model of Luqiao names them. */
export type SampleUnitKind =
  | 'district-committee'
  | 'district-department'
  | 'street-committee'
  | 'street-office'
  | 'town-committee'
  | 'joint-party-committee'
  | 'living-room'
  | 'community-branch'
  | 'residents-committee'
  | 'village-branch'
  | 'village-committee'
  | 'market'
  | 'market-branch'
  | 'tower'
  | 'tower-branch'
  | 'firm'
  | 'firm-branch'
  | 'agency'
  | 'agency-branch';

/** A unit of the organisation tree. Divisions are real by name; markets, towers, firms and agencies are invented. */
export interface SampleUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: SampleUnitKind;
  /** The unit above; absent at the top alone. */
  readonly parent?: string;
  /** The codes that all it answers for begins with; its own ground or seat first. */
  readonly territories: readonly string[];
  /** The day its record begins; invented. */
  readonly from: string;
  /** Whether it is a party organisation. */
  readonly party: boolean;
  /** The party organisation of a body, or the body of a party organisation. */
  readonly pairedWith?: string;
  /** Passes its check digits and belongs to nobody. */
  readonly creditCode?: string;
  /** Of a market: whether it turns over more than 100 million yuan a year. */
  readonly isLarge?: boolean;
  /** Of a firm: people employed, 30 and more. */
  readonly staff?: number;
}

/** Posts in units, as the model of Luqiao names them. */
export type SamplePost =
  | 'secretary'
  | 'joint-secretary'
  | 'full-time-deputy'
  | 'deputy'
  | 'member'
  | 'part-time-member'
  | 'council-member'
  | 'director'
  | 'officer'
  | 'street-clerk'
  | 'living-room-clerk';

/** Who holds a post in a unit, from a day on, and until before a day where it has ended. */
export interface SampleAppointment {
  readonly unit: string;
  readonly post: SamplePost;
  readonly person: string;
  readonly from: string;
  readonly until?: string;
  /** The unit the person belongs to and goes on belonging to: the other end of the dotted line. */
  readonly partTimeFrom?: string;
}

/** Who serves in a grid. */
export interface SampleGridAppointment {
  readonly grid: string;
  readonly post: 'party-micro-grid-member' | 'resident-micro-grid-member';
  readonly person: string;
  readonly from: string;
}

/** A department of the district and the matters it answers for. */
export interface SampleDepartment {
  readonly unit: string;
  readonly name: string;
  readonly duties: readonly string[];
}

/** A resident who reports matters. */
export interface SampleResident {
  readonly person: string;
  /** Code of the micro-grid of the home. */
  readonly grid: string;
}

/** What is real in the sample, from where, and what is not. */
export interface SampleProvenance {
  readonly divisions: string;
  readonly outline: string;
  readonly figures: string;
  readonly invented: string;
}

/** The district as data, complete: nothing in it is looked up elsewhere. */
export interface SampleDistrict {
  readonly seed: string;
  readonly code: string;
  readonly name: string;
  readonly provenance: SampleProvenance;
  readonly outline: SamplePolygons;
  readonly streets: readonly SampleStreet[];
  readonly communities: readonly SampleCommunity[];
  readonly basicGrids: readonly SampleBasicGrid[];
  /** The 2,919 territorial micro-grids. */
  readonly grids: readonly SampleGrid[];
  readonly functionalGrids: readonly SampleFunctionalGrid[];
  readonly units: readonly SampleUnit[];
  readonly departments: readonly SampleDepartment[];
  readonly appointments: readonly SampleAppointment[];
  readonly gridAppointments: readonly SampleGridAppointment[];
  readonly residents: readonly SampleResident[];
  readonly people: readonly InventedPerson[];
}

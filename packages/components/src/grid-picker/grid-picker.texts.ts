import type { Texts } from '../base/texts.ts';

/** What kt-grid-picker says. */
export interface GridPickerTexts {
  readonly label: string;
  readonly required: string;
  readonly map: string;
  readonly list: string;
  readonly views: string;
  readonly mapLabel: string;
  readonly mapKeys: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly whole: string;
  readonly search: string;
  readonly searchHint: string;
  readonly found: (count: string) => string;
  readonly nothingFound: (typed: string) => string;
  readonly clearSearch: string;
  readonly coordinate: string;
  readonly coordinateLabel: string;
  readonly coordinateHint: string;
  readonly system: string;
  readonly find: string;
  readonly here: string;
  readonly locating: string;
  readonly notHere: string;
  readonly coordinateInvalid: string;
  readonly placeOutside: string;
  readonly noneChosen: string;
  readonly clear: string;
  readonly households: (count: string) => string;
  readonly sameGround: (count: string) => string;
  readonly note: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly loading: string;
  readonly failed: string;
  readonly valueMissing: string;
  readonly unknown: string;
}

const hans: GridPickerTexts = {
  label: '选择网格',
  required: '必选',
  map: '地图',
  list: '列表',
  views: '显示方式',
  mapLabel: '网格地图',
  mapKeys: '方向键换网格，回车选定，加减号缩放，0 看全图，Shift 加方向键移动地图',
  zoomIn: '放大',
  zoomOut: '缩小',
  whole: '看全图',
  search: '查找网格',
  searchHint: '名称、社区、编号',
  found: (count) => `${count} 个`,
  nothingFound: (typed) => `没有找到“${typed}”。换个词，或在地图上点。`,
  clearSearch: '清除查找',
  coordinate: '按坐标',
  coordinateLabel: '坐标（经度，纬度）',
  coordinateHint: '例如 121.38, 28.57',
  system: '坐标系',
  find: '查找',
  here: '我在这里',
  locating: '正在定位…',
  notHere: '这里不能自动定位。请点地图、找列表或填坐标。',
  coordinateInvalid: '坐标不对：先经度后纬度，例如 121.38, 28.57。',
  placeOutside: '这个地方不在本辖区的网格内。请核对坐标和坐标系，或在地图上点。',
  noneChosen: '还没有选。点地图，或在列表里找。',
  clear: '取消选择',
  households: (count) => `${count} 户`,
  sameGround: (count) => `这里有 ${count} 个网格共用一块地，请选一个：`,
  note: '示意图，不作划界依据',
  empty: '这里还没有网格',
  emptyHint: '划好网格后，地图和列表会显示在这里。',
  loading: '正在读取网格…',
  failed: '网格没有读出来。请检查网络后重新打开。',
  valueMissing: '请选一个网格。',
  unknown: '不在当前的网格名单里',
};

const hant: GridPickerTexts = {
  label: '選擇網格',
  required: '必選',
  map: '地圖',
  list: '列表',
  views: '顯示方式',
  mapLabel: '網格地圖',
  mapKeys: '方向鍵換網格，回車選定，加減號縮放，0 看全圖，Shift 加方向鍵移動地圖',
  zoomIn: '放大',
  zoomOut: '縮小',
  whole: '看全圖',
  search: '查找網格',
  searchHint: '名稱、社區、編號',
  found: (count) => `${count} 個`,
  nothingFound: (typed) => `沒有找到「${typed}」。換個詞，或在地圖上點。`,
  clearSearch: '清除查找',
  coordinate: '按座標',
  coordinateLabel: '座標（經度，緯度）',
  coordinateHint: '例如 121.38, 28.57',
  system: '座標系',
  find: '查找',
  here: '我在這裡',
  locating: '正在定位…',
  notHere: '這裡不能自動定位。請點地圖、找列表或填座標。',
  coordinateInvalid: '座標不對：先經度後緯度，例如 121.38, 28.57。',
  placeOutside: '這個地方不在本轄區的網格內。請核對座標和座標系，或在地圖上點。',
  noneChosen: '還沒有選。點地圖，或在列表裡找。',
  clear: '取消選擇',
  households: (count) => `${count} 戶`,
  sameGround: (count) => `這裡有 ${count} 個網格共用一塊地，請選一個：`,
  note: '示意圖，不作劃界依據',
  empty: '這裡還沒有網格',
  emptyHint: '劃好網格後，地圖和列表會顯示在這裡。',
  loading: '正在讀取網格…',
  failed: '網格沒有讀出來。請檢查網絡後重新打開。',
  valueMissing: '請選一個網格。',
  unknown: '不在當前的網格名單裡',
};

const english: GridPickerTexts = {
  label: 'Choose a grid',
  required: 'Required',
  map: 'Map',
  list: 'List',
  views: 'Show as',
  mapLabel: 'Map of grids',
  mapKeys:
    'Arrow keys go to the next grid, Enter picks, plus and minus zoom, 0 shows all, Shift and arrows move the map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Show the whole map',
  search: 'Find a grid',
  searchHint: 'Name, community or code',
  found: (count) => `${count} found`,
  nothingFound: (typed) => `Nothing found for “${typed}”. Try another word, or pick on the map.`,
  clearSearch: 'Clear the search',
  coordinate: 'By coordinate',
  coordinateLabel: 'Coordinate (longitude, latitude)',
  coordinateHint: 'For example 121.38, 28.57',
  system: 'Reference system',
  find: 'Find',
  here: 'Where I am',
  locating: 'Locating…',
  notHere: 'Your position is not available here. Pick on the map or in the list, or type a coordinate.',
  coordinateInvalid: 'This is no coordinate: longitude first, then latitude, for example 121.38, 28.57.',
  placeOutside: 'This place is in no grid of the district. Check the coordinate and its system, or pick on the map.',
  noneChosen: 'None chosen yet. Pick on the map or in the list.',
  clear: 'Clear the choice',
  households: (count) => (count === '1' ? '1 household' : `${count} households`),
  sameGround: (count) => `${count} grids share this ground. Choose one:`,
  note: 'A sketch, no proof of a boundary',
  empty: 'No grids here yet',
  emptyHint: 'Once grids are drawn, their map and list appear here.',
  loading: 'Reading the grids…',
  failed: 'The grids could not be read. Check the connection and open this again.',
  valueMissing: 'Choose a grid.',
  unknown: 'Not among the grids shown',
};

/** The texts of kt-grid-picker in each language. */
export const gridPickerTexts: Texts<GridPickerTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en: english };

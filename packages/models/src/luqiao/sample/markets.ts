import type { Division } from '../../sample/divisions.ts';
import type { Random } from '../../sample/random.ts';

/** Figures of the account: professional markets in the main urban area, and markets with a turnover of over 100 million yuan. */
const MARKETS = 76;
const LARGE_MARKETS = 22;

/** A market to be: its name, and the trades its stalls are divided by. */
export interface MarketPlan {
  readonly name: string;
  /** Whether it turns over more than 100 million yuan a year. */
  readonly isLarge: boolean;
  /** One micro-grid for each, with its number of stalls. */
  readonly trades: readonly { readonly name: string; readonly stalls: number }[];
}

/** Kinds of professional market and the trades they fall into. */
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['小商品', ['日用百货', '工艺礼品', '文具玩具', '针织袜业', '箱包皮具', '床上用品']],
  ['汽车', ['整车销售', '汽车配件', '汽车装潢', '检测维修', '二手车', '摩托车']],
  ['机电五金', ['电机水泵', '五金工具', '轴承标准件', '电线电缆', '阀门管件', '焊接器材']],
  ['建材', ['瓷砖卫浴', '门窗型材', '油漆涂料', '灯饰照明', '板材地板', '石材']],
  ['服装', ['女装', '男装', '童装', '内衣家居服', '鞋帽', '面料辅料']],
  ['农副产品', ['蔬菜', '水果', '粮油干货', '肉禽蛋', '豆制品', '花卉苗木']],
  ['水产', ['鲜活水产', '冰鲜', '干货海味', '贝类', '冷冻品', '加工品']],
  ['家具', ['客厅家具', '卧室家具', '办公家具', '红木家具', '儿童家具', '窗帘布艺']],
  ['塑料化工', ['原料', '模具', '塑料制品', '包装', '再生料', '助剂']],
  ['电子电器', ['家用电器', '数码通讯', '电子元件', '安防设备', '厨卫电器', '旧货']],
];

const SUFFIXES = ['市场', '批发市场', '商城', '交易中心'];

/** The six streets stand for the main urban area. */
const isMainUrbanArea = ({ code, name }: Division): boolean =>
  code.startsWith('331004') && code[6] === '0' && !name.endsWith('村委会');

/** The communities' markets: two in each community of the main urban area, and a third where the town is oldest, until all are placed. */
export function markets(villages: readonly Division[], random: Random): Map<string, MarketPlan[]> {
  const urban = villages.filter(isMainUrbanArea);
  const places = Array.from({ length: MARKETS }, (_, index) => urban[index % urban.length]).filter(
    (place) => place !== undefined,
  );
  const large = new Set(random.shuffle(places.map((_, index) => index)).slice(0, LARGE_MARKETS));
  const planned = new Map<string, MarketPlan[]>();
  places.forEach((place, index) => {
    const before = planned.get(place.code) ?? [];
    planned.set(place.code, [...before, marketAt(place, large.has(index), before.length, random)]);
  });
  return planned;
}

function marketAt(place: Division, isLarge: boolean, before: number, random: Random): MarketPlan {
  // Stepping by three from a start of the community's own keeps its markets of different kinds.
  const [kind, trades] = KINDS[(Number(place.code.slice(-2)) + 3 * before) % KINDS.length] ?? ['', []];
  const prefix = place.name.replace(/(社区)?(居委会)?$/, '').replace(/街$/, '');
  const count = isLarge ? random.whole(4, 6) : random.whole(2, 3);
  return {
    name: `${prefix}${kind}${random.pick(SUFFIXES)}`,
    isLarge,
    trades: trades.slice(0, count).map((name) => ({ name, stalls: random.whole(18, isLarge ? 90 : 45) })),
  };
}

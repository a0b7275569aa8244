import type { Random } from './random.ts';

/** A person that nobody is. */
export interface InventedPerson {
  readonly id: string;
  /** A surname and 某, sometimes with one more character: the usual way to write a name that is none. */
  readonly name: string;
  readonly invented: true;
}

/** The hundred most common surnames' first half, and a few that are common on the coast of Zhejiang. */
const SURNAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文管应解柯项',
);

/** Last characters of given names, plain ones. */
const GIVEN = Array.from('芬华平军英明红林波燕敏强勇丽娟静杰峰斌霞玲辉涛超梅兰芳莉萍建国伟良根法香');

/** Writes invented people down, one after another, each with a number of their own. */
export interface Register {
  /** A new person. */
  add(): InventedPerson;
  readonly people: readonly InventedPerson[];
}

/** Starts an empty register; ids are `p00001` and on. */
export function register(random: Random): Register {
  const people: InventedPerson[] = [];
  const add = (): InventedPerson => {
    const id = `p${String(people.length + 1).padStart(5, '0')}`;
    const person: InventedPerson = { id, name: inventedName(random), invented: true };
    people.push(person);
    return person;
  };
  return { add, people };
}

function inventedName(random: Random): string {
  const surname = random.pick(SURNAMES);
  const ending = random.next();
  return `${surname}某${ending < 0.2 ? '' : ending < 0.4 ? '某' : random.pick(GIVEN)}`;
}

import type { PlaceId } from '../../src/setup/places.ts';

/** A matter as a resident might put it; invented. */
export interface Told {
  readonly class: string;
  readonly text: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Matters in classes of each place's own catalogue. */
export const told: Readonly<Record<PlaceId, readonly Told[]>> = {
  luqiao: [
    {
      class: 'manhole-cover',
      text: '邮亭路口东侧井盖碎裂，电动车经过会弹起，晚上看不清。',
      fields: { danger: 'cracked' },
    },
    { class: 'street-lamp', text: '三号楼前的路灯已经三天不亮，老人夜里出门不方便。' },
    { class: 'garbage', text: '菜场后门堆了两天的泡沫箱，下雨后有异味。' },
    {
      class: 'fire-hazard',
      text: '出租房楼道里给电瓶车充电，线从三楼拉下来。',
      fields: { premises: 'rented-house', 'people-inside': true },
    },
    { class: 'neighbour-dispute', text: '楼上装修夜里十点还在敲，和邻居说过两次没有用。' },
    { class: 'street-trading', text: '早市的摊子一直摆到机动车道上，公交车过不去。' },
    { class: 'drainage', text: '地下通道一下雨就积水，窨井口被落叶堵住了。' },
    { class: 'elderly-care', text: '隔壁独居老人两天没有出门取报纸，请去看一看。' },
    { class: 'village-community-dispute', text: '停车位划线，村里和社区各说各的，居民不知道听谁的。' },
    { class: 'road-damage', text: '学校门口人行道有五六块砖翘起来，孩子容易绊倒。' },
    { class: 'labour-dispute', text: '工地停工后还有两个月工资没有结清。', fields: { workers: 12 } },
  ],
  shibei: [
    { class: 'garbage', text: '里院门口的垃圾桶满了三天没有清，苍蝇很多。' },
    { class: 'hazard', text: '老楼楼道里堆着木板和旧家具，万一着火出不去。' },
    { class: 'renovation', text: '里院改造要搬临时厨房，几户商量不下来先后。' },
    { class: 'road', text: '坡道的石阶松了两级，老人上下很吃力。' },
    { class: 'property', text: '电梯坏了一周，物业说等配件，没有给日子。' },
    { class: 'traffic', text: '放学时校门口两边都停车，公交车拐不过弯。' },
    { class: 'work-and-care', text: '想给刚做完手术的母亲约社区的康复门诊，不知道怎么约。' },
    { class: 'pollution', text: '楼下饭店的油烟直接排到二楼窗口，晚上开不了窗。' },
    { class: 'financing', text: '楼里的小店想申请创业贷款，不清楚要哪些材料。' },
    { class: 'labour', text: '装修队说好的工钱拖了一个月，大家想请人帮着说一说。' },
    { class: 'garbage', text: '建筑垃圾倒在绿化带里，已经压坏了一片冬青。' },
  ],
  chengcheng: [
    { class: 'parking', text: '小区里只有四十个车位，晚上消防通道也停满了。' },
    { class: 'relief', text: '邻居家里失了火，一时没有地方住，请帮忙想办法。' },
    { class: 'compound-upkeep', text: '小区的健身器材断了一根横杆，孩子还在上面玩。' },
    { class: 'neighbours', text: '楼上空调的水滴到楼下晾的被子上，说了两次没有改。' },
    { class: 'property-dispute', text: '物业涨了停车费，没有贴过通知，大家不同意交。' },
    { class: 'alley-pipes', text: '巷子里的下水管冻裂了，污水流到路上结了冰。' },
    { class: 'incident', text: '半夜有人在楼下砸酒瓶，碎玻璃到早上还没有扫。' },
    { class: 'compound-upkeep', text: '单元门禁坏了半个月，门一直开着。' },
    { class: 'parking', text: '路口新画的线把店门口堵住了，送货的车进不来。' },
  ],
  nanjing: [
    { class: 'compound-renewal', text: '三幢外墙的砂浆往下掉，出新的时候请先修这一面。' },
    { class: 'stairwell-clutter', text: '楼道里堆满了纸箱和旧自行车，上楼要侧着身子。' },
    { class: 'illegal-building', text: '一楼住户把院墙往外砌了一米，挡了后面的路。' },
    { class: 'environment', text: '菜场旁边的空地没有人扫，一到夏天气味很大。' },
    { class: 'laid-off', text: '下岗以后想学一门手艺，听说社区有培训，想报名。' },
    { class: 'retired', text: '几位退休老师想借一间屋子教孩子写毛笔字。' },
    { class: 'flood', text: '河边的低洼处又进水了，沙袋不够用。' },
    { class: 'patrol', text: '车棚这个月丢了三辆自行车，希望晚上有人转一转。' },
    { class: 'environment', text: '小广场的灯坏了两盏，晚上下棋看不见。' },
  ],
  bengbu: [
    { class: 'parking', text: '小区门口两边停满了车，救护车差一点进不来。' },
    { class: 'elderly', text: '四楼的独居老人摔了一跤，子女在外地，请去看看。' },
    { class: 'neighbours', text: '楼上养的鸡清早四点就叫，楼下孩子要高考。' },
    { class: 'property-service', text: '物业半年没有公布账目，业主想一起问一问。' },
    { class: 'shared-facility', text: '小区的水泵房夜里响得厉害，一楼睡不着。' },
    { class: 'children', text: '两个孩子放学没有人接，想问社区有没有托管。' },
    { class: 'fire', text: '楼道里拉线给电动车充电，线皮已经发烫。' },
    { class: 'pollution', text: '河边的作坊把废水倒进沟里，水面发白。' },
    { class: 'green-upkeep', text: '村口的水塘漂满了塑料袋，想约大家一起捞。' },
    { class: 'building', text: '老屋的后墙裂了一道缝，下雨天往里渗水。' },
    { class: 'family', text: '兄弟俩为老人住谁家商量不下来，想请人说和。' },
  ],
};

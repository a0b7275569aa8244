/**
 * The communities whose big party committees keep a city living room. The account counts 19 living rooms and does not name them:
 * this choice, among the communities of the six streets, is ours.
 */
export const livingRoomSeats: readonly string[] = [
  '331004001002',
  '331004001004',
  '331004001005',
  '331004002050',
  '331004002054',
  '331004002057',
  '331004002060',
  '331004003005',
  '331004003006',
  '331004003008',
  '331004003009',
  '331004003010',
  '331004004017',
  '331004004018',
  '331004005003',
  '331004005004',
  '331004005007',
  '331004006059',
  '331004006060',
];

/** Departments of the district by the ends of their unit ids: their names and the matters they answer for. The list is ours. */
export const districtDepartments: readonly (readonly [id: string, name: string, duties: readonly string[]])[] = [
  ['organisation', '区委组织部', ['party-building']],
  ['political-legal', '区委政法委', ['mediation', 'stability']],
  ['public-security', '区公安分局', ['public-security', 'migrant-services', 'traffic']],
  ['urban-management', '区综合行政执法局', ['urban-management', 'illegal-building', 'street-trading']],
  ['municipal', '区市政公用事业中心', ['municipal', 'roads', 'drainage', 'street-lighting']],
  ['housing', '区住房和城乡建设分局', ['housing', 'property-management', 'renovation']],
  ['sanitation', '区环境卫生事务中心', ['sanitation', 'waste']],
  ['environment', '区生态环境分局', ['environment', 'noise']],
  ['fire', '区消防救援大队', ['fire-safety']],
  ['emergency', '区应急管理局', ['work-safety', 'flood']],
  ['market-supervision', '区市场监督管理局', ['market-supervision', 'food-safety']],
  ['civil-affairs', '区民政局', ['civil-affairs', 'elderly-care', 'relief']],
  ['human-resources', '区人力资源和社会保障局', ['labour', 'employment']],
  ['health', '区卫生健康局', ['health']],
  ['education', '区教育局', ['education']],
  ['transport', '区交通运输局', ['transport']],
  ['water', '区农业农村和水利局', ['waterways', 'agriculture']],
  ['justice', '区司法局', ['legal-aid', 'mediation']],
];

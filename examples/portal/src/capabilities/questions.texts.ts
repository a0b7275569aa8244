import { words, type Term } from '@keting/domain';

/** What each question asks, by its name. */
export const questionTexts: Readonly<Record<string, Term>> = {
  'answerable-for-case': words('这件事由谁负责', '這件事由誰負責', 'Who answers for a case'),
  'four-in-one': words('这个小区的四位一体', '這個小區的四位一體', 'The four in one of a compound'),
  'grids-at': words('这个位置属于哪些网格', '這個位置屬於哪些網格', 'Which grids a place lies in'),
  'likely-duplicates': words('可能是同一件事的案件', '可能是同一件事的案件', 'Cases that may tell of the same matter'),
  'member-shares': words(
    '党员占比（按任职者自行申报）',
    '黨員占比（按任職者自行申報）',
    'Shares of Party members, as declared',
  ),
  'stall-grid': words('这个摊位属于哪个微格', '這個攤位屬於哪個微格', 'Which micro-grid a stall belongs to'),
};

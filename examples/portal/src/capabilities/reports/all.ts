import { eventText } from '@keting/components';
import { contexts, personalFields, statedPurposes, type Permission } from '@keting/domain';
import { commandTexts } from '../commands.texts.ts';
import { commandWord, fieldWord, viewWord } from '../words.ts';
import { labelOf, listed, type Asking, type Report, type ReportOf } from './report.ts';
import { cellTexts, columnTexts, reachTexts, reportTitles } from './reports.texts.ts';

/** A command by its name; what is seen, by the view's; anything else that only a rule names is left out. */
function actionText(action: string, { language }: Asking): string {
  if (action in commandTexts) return commandWord(action, language);
  const view = action.startsWith('see:') ? viewWord(action.slice(4), language) : '';
  return view === action.slice(4) || view === '' ? '' : `${cellTexts.see[language]} ${view}`;
}

function whoText(by: Permission['by'][number], { desk, language }: Asking): string {
  if (by === 'anyone') return cellTexts.anyone[language];
  if (by === 'signed-in') return cellTexts.signedIn[language];
  if ('process' in by) return cellTexts.process[language];
  return labelOf([...desk.model.posts, ...desk.model.grids.posts], by.post, language);
}

function permissions(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const rows = desk.model.permissions.map((rule) => [
    listed(
      rule.do.map((action) => actionText(action, asking)),
      language,
    ),
    listed([...new Set(rule.by.map((by) => whoText(by, asking)))], language),
    reachTexts[rule.where][language],
  ]);
  const { actions, who, where } = columnTexts;
  return Promise.resolve({
    columns: [actions, who, where].map((term) => term[language]),
    rows: rows.filter(([first]) => first !== '—'),
  });
}

function kept({ language }: Asking): Promise<Report> {
  const { event, field, purpose } = columnTexts;
  return Promise.resolve({
    columns: [event, field, purpose].map((term) => term[language]),
    rows: personalFields(contexts).map((one) => [
      eventText(one.event, language) ?? one.event,
      fieldWord('', one.field, language),
      listed(
        one.purposes.map((id) =>
          id === 'unstated' ? cellTexts.unstated[language] : statedPurposes[id].label[language],
        ),
        language,
      ),
    ]),
  });
}

export const generalReports: Readonly<Record<string, ReportOf>> = {
  'ALL-01': { title: reportTitles.permissions, views: [], make: permissions },
  'ALL-02': { title: reportTitles.kept, views: [], make: kept },
};

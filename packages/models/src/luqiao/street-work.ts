import { words } from '@keting/domain';

const account = 'luqiao-2018';
const streets = ['street-office', 'living-room'];

/** What the account tells of campaigns: the four small vehicles, cleared in one week. */
export const campaigns = {
  units: streets,
  subjects: [
    {
      id: 'four-small-vehicles',
      label: words('“四小车”', '“四小車”', 'Four small vehicles'),
      source: account,
    },
  ],
  source: account,
};

/** Bulletins are watched online. */
export const bulletins = {
  units: ['district-committee', 'street-committee', 'town-committee', ...streets],
  source: account,
};

/** Police and lawyers mediate in the living rooms: 511 disputes. */
export const help = {
  units: streets,
  skills: [
    { id: 'mediation', label: words('矛盾调解', '矛盾調解', 'Mediation'), source: account },
    { id: 'law', label: words('法律服务', '法律服務', 'Legal advice'), source: account },
  ],
  source: account,
};

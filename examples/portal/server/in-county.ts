import type { PlaceSample } from '@keting/models/shibei/sample';

/** What of a city's sample lies in one county of it, under the city's own body. */
export function inCounty(sample: PlaceSample, county: string): PlaceSample {
  const lies = (code: string): boolean => code.startsWith(county) || code === sample.code;
  const units = sample.units.filter(({ territories }) => territories.every(lies));
  const kept = new Set(units.map(({ id }) => id));
  const appointments = sample.appointments.filter(({ unit }) => kept.has(unit));
  const services = sample.services.filter(({ grid }) => lies(grid));
  const serve = new Set([...appointments, ...services].map(({ person }) => person));
  return {
    ...sample,
    units,
    appointments,
    services,
    communities: sample.communities.filter(({ code }) => lies(code)),
    grids: sample.grids.filter(({ code }) => lies(code)),
    people: sample.people.filter(({ id }) => serve.has(id)),
  };
}

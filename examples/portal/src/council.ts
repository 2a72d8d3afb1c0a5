import { fixedSettings } from '@msp/sdk/server';
import { TENANT } from './people.js';

/** What the council set for itself. A real one keeps this in a file (`fileSettings`) or sets it over the interface. */
export const council = fixedSettings({
  [TENANT]: {
    name: { en: 'Larkshire Council' },
    contacts: [{ id: 'adults', label: { en: 'Adult safeguarding' }, phone: '01632 960 410' }],
    exitTo: 'https://www.bbc.co.uk/weather',
    // With a site key an organisation has hosted pages. No other page of this example needs it.
    siteKeys: [{ key: `site.${TENANT}.7KQ2XW4HDR9MTC3P`, origins: [] }],
  },
});

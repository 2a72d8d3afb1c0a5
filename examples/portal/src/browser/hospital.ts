import type {} from '@msp/elements/define.js';

/** What these pages know already: which organisation they belong to, and where its patients are. It can be changed in the form. */
const form = document.querySelector('msp-concern-form');
if (form) form.prefill = { location: 'hospitalAcute', referrer: { organisation: 'St Brannock NHS Trust' } };

/** The look of hosted pages: plain, large, and dark where the device is. A theme sets its custom properties. */
export const PAGE_CSS = `
:root { color-scheme: light dark; --text: var(--msp-color-text, light-dark(#0b0c0c, #f2f4f5));
  --muted: var(--msp-color-muted, light-dark(#484f54, #b9c1c6)); --surface: var(--msp-color-surface, light-dark(#ffffff, #17191b));
  --panel: var(--msp-color-panel, light-dark(#f1f4f5, #24282b)); --border: var(--msp-color-border, light-dark(#5a6268, #9aa3a9));
  --action: var(--msp-color-action, light-dark(#0b5345, #8fd6c1)); --on-action: var(--msp-color-on-action, light-dark(#ffffff, #0b0c0c));
  --link: var(--msp-color-link, light-dark(#0b4f8a, #8cc4f5)); --error: var(--msp-color-error, light-dark(#b3141d, #ff9b96));
  --focus: var(--msp-color-focus, #ffd23f); --exit: var(--msp-color-exit, light-dark(#0b0c0c, #f2f4f5));
  --on-exit: var(--msp-color-on-exit, light-dark(#ffffff, #0b0c0c)); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 40rem; background: var(--surface); color: var(--text);
  font: 1.1875rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-block-end: 0.3em; }
legend { padding: 0; font-weight: 700; } legend h1, label h1, h1 label { margin: 0; font: inherit; font-weight: 700; }
legend h1, h1 label { font-size: 1.75rem; line-height: 1.2; }
label { display: block; font-weight: 700; } .choice label, .date label { font-weight: 400; }
a { color: var(--link); } :focus-visible { outline: 4px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px #0b0c0c; }
header { position: sticky; top: 0; z-index: 1; pointer-events: none; } .exit { display: block; width: fit-content; pointer-events: auto; margin: 0 0 1rem auto; padding: 0.6em 1em; background: var(--exit);
  color: var(--on-exit); font-weight: 700; text-decoration: none; border: 2px solid transparent; }
.field { margin: 1.5rem 0; border: 0; padding: 0; min-inline-size: 0; }
input[type='text'], textarea, select { display: block; width: 100%; min-height: 44px; margin-block-start: 0.3em; border: 2px solid var(--border);
  border-radius: 4px; padding: 0.5em; background: var(--surface); color: inherit; font: inherit; }
[aria-invalid='true'] { border-color: var(--error); }
.choice { display: grid; grid-template-columns: 2.75rem 1fr; align-items: center; min-height: 44px; margin-block: 0.3em; }
.choice input { width: 1.5rem; height: 1.5rem; margin: 0; } .choice .hint { grid-column: 2; margin: 0; }
.date { display: flex; flex-wrap: wrap; gap: 1rem; } .date-part input { width: 4.5rem; } .date-part .year { width: 6.5rem; }
.hint, .step, .or { color: var(--muted); margin-block: 0.3em; } .error { color: var(--error); font-weight: 700; margin-block: 0.3em; }
.error-summary { margin-block: 1rem; border: 4px solid var(--error); padding: 0.5rem 1rem; } .error-summary a { color: var(--error); font-weight: 700; }
.urgent { border-inline-start: 6px solid var(--error); padding: 0.5rem 1rem; background: var(--panel); }
.notice { border-inline-start: 6px solid var(--action); padding: 0.5rem 1rem; background: var(--panel); } .whole { white-space: nowrap; }
.button { min-height: 44px; border: 2px solid var(--action); border-radius: 4px; padding: 0.5em 1.2em; background: var(--action);
  color: var(--on-action); font: inherit; font-weight: 700; cursor: pointer; text-decoration: none; display: inline-block; }
.button.quiet { background: transparent; color: var(--action); }
.link { min-height: 44px; border: 0; padding: 0; background: none; color: var(--link); font: inherit; text-decoration: underline; cursor: pointer; }
.actions { display: flex; flex-wrap: wrap; gap: 1rem; } details { margin-block: 1rem; } summary { min-height: 44px; cursor: pointer; color: var(--link); }
.answers > div { border-block-end: 1px solid var(--border); padding-block: 0.7em; } .answers dt { font-weight: 700; } .answers dd { margin: 0; }
.answer { white-space: pre-line; } .reference { font-size: 1.75rem; font-weight: 700; letter-spacing: 0.04em; margin-block: 0.2em; }
.talk { margin-block-start: 3rem; border-block-start: 1px solid var(--border); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { .button, .exit { border-color: ButtonText; } }
`;

/** An organisation's own tokens, which its settings let in by name and by form. */
export const themeCss = (theme: Readonly<Record<string, string>>): string => {
  const tokens = Object.entries(theme).map(([name, value]) => `${name}: ${value};`);
  return tokens.length > 0 ? `:root { ${tokens.join(' ')} }\n` : '';
};

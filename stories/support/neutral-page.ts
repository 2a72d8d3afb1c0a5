/** Where the exit control of a story goes: a page of this Storybook, so that no story calls anybody outside. */
export const neutralPage = (): string =>
  new URL('iframe.html?viewMode=story&id=kit-exit--a-neutral-page', window.location.href).href;

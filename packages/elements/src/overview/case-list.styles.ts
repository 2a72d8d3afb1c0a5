import { css } from 'lit';

/** One case a row: its reference, danger, where it is, since when. */
export const caseListStyles = css`
  :host {
    container-type: inline-size;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.3em 1.5em;
  }

  ul {
    margin-block-start: 0.8em;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    gap: 0.1em 1.5em;
    margin: 0;
    border-block-start: 1px solid var(--_line);
    padding-block: 0.7em;
  }

  li > p {
    margin: 0;
  }

  .link {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .danger {
    display: inline-block;
    justify-self: start;
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
    padding: 0 0.45em;
    color: var(--_error);
    font-weight: 700;
  }

  .actions {
    margin-block-start: 1em;
  }

  @container (min-width: 46em) {
    li {
      grid-template-columns: 9.5em minmax(8em, 1fr) 8em 12em 12.5em;
      align-items: baseline;
    }

    .danger {
      grid-column: 3;
    }

    .since {
      grid-column: 4;
    }

    .last {
      grid-column: 5;
    }
  }
`;

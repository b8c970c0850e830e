/** How what lies over the page looks: popovers, menus, lists of choices. */
export const sheetLooks =
  'z-50 rounded-card border border-line bg-surface text-text shadow-overlay outline-none data-entering:animate-arrive'

export const itemLooks =
  'flex min-h-8 cursor-default items-center gap-2 rounded-small px-2 py-1 text-small outline-none data-focused:bg-hover data-disabled:text-faint pointer-coarse:min-h-11'

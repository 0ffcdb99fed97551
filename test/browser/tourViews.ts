import type { Browser } from 'playwright-core';
import { openPhone, type Phone, type PhoneOptions } from './openPhone';
import type { Shop } from './openShop';
import { openView, type View } from './view';
import { words } from './words';

/** A walk through views with one phone a person, kept from view to view as people do. */
export interface Tour {
  /** Opens the view and gives the phone that shows it. */
  readonly visit: (view: View) => Promise<Phone>;
  /** What went wrong unseen on all phones so far. */
  readonly problems: () => Promise<readonly string[]>;
}

/** Begins a walk; all its phones have the same language, theme and size. */
export function tourViews(browser: Browser, shop: Shop, looks: Omit<PhoneOptions, 'person' | 'route'>): Tour {
  const { language = 'zh' } = looks;
  const phones = new Map<string | null, Promise<Phone>>();
  const phoneOf = (person: string | null): Promise<Phone> => {
    const phone = phones.get(person) ?? openPhone(browser, shop, { ...looks, ...(person === null ? {} : { person }) });
    phones.set(person, phone);
    return phone;
  };
  return {
    visit: async (view) => {
      const phone = await phoneOf(view.person);
      await phone.setOffline(false);
      await openView(view, { phone, page: phone.page, copy: words(language), shop, language });
      return phone;
    },
    problems: async () => (await Promise.all(phones.values())).flatMap((phone) => phone.problems),
  };
}

import type { Home, Welcome } from '@shared/member/contract';
import { type ReactNode, useEffect, useState } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { loadHome } from '@/features/member/homeStore';
import { FaceRow } from '@/features/member/FaceRow';
import { IdentityCard } from '@/features/member/IdentityCard';
import { JoinInvite } from '@/features/member/JoinInvite';
import { MemberCardBones } from '@/features/member/MemberCardBones';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { RenewCodeSheet } from '@/features/member/RenewCodeSheet';
import { useHome } from '@/features/member/useHome';
import { StoreCodeSheet } from '@/features/store/StoreCodeSheet';
import { OfficeEntrance } from '@/features/store/OfficeEntrance';
import { forgetStaff, loadStaff, staffState } from '@/features/store/staffStore';
import { useCell } from '@/platform/createCell';
import { asking, currentPerson } from '@/platform/door';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Screen } from '@/ui/Screen';
import { SectionHead } from '@/ui/SectionHead';
import { TasteCard } from './TasteCard';

/** The tab about me: card, wallet, account, display, and for those who work here the way to the till. Taro asks for the default export. */
export default function MinePage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('missing');
  const { home, trouble } = state;
  const words = copy.member.mine;
  return (
    <Screen title={words.title} tab="mine">
      <OfflineNotice state={state} />
      {home === null && trouble === null && <MemberCardBones />}
      <StaffEntrance home={home} />
      {home?.works?.office === true && <OfficeEntrance />}
      {home?.joined === false && <JoinInvite welcome={home} lead={words.notJoined} />}
      {home?.joined === true && <IdentityCard home={home} />}
      {home?.joined === true && <WalletCard home={home} />}
      <TasteCard />
      <Card>
        <ListRow icon="shield" title={words.privacy} onPress={() => open('privacy')} />
        {currentPerson() !== null && <ListRow icon="switch" title={copy.house.person.change} onPress={() => asking.set(true)} />}
      </Card>
    </Screen>
  );
}

function WalletCard({ home }: { readonly home: Home }): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.member.mine;
  const [renewing, setRenewing] = useState(false);
  const [scanning, setScanning] = useState(false);
  return (
    <Card>
      <SectionHead title={words.wallet} />
      <ListRow icon="scan" title={copy.storeCode.scanRow} note={copy.storeCode.scanNote} onPress={() => setScanning(true)} />
      <ListRow icon="star" title={copy.tier.title} onPress={() => open('tier')} />
      <ListRow
        icon="card"
        title={copy.paidCard.title}
        note={
          home.paidCard === null
            ? copy.paidCard.rowNone
            : copy.paidCard.rowUntil(say(home.paidCard.name), dayText(home.paidCard.until, language, home.checkin.today))
        }
        onPress={() => open('paidCard')}
      />
      <ListRow icon="ticket" title={copy.voucher.title} onPress={() => open('vouchers')} />
      <ListRow icon="statement" title={copy.ledger.title} onPress={() => open('statement')} />
      <ListRow icon="wheel" title={copy.ledgerRace.title} onPress={() => open('race')} />
      <ListRow icon="rewards" title={copy.referral.title} note={copy.referral.note} onPress={() => open('invite')} />
      <ListRow icon="lantern" title={copy.rewardCause.title} onPress={() => open('causes')} />
      <ListRow icon="calendar" title={copy.checkin.calendar.title} onPress={() => open('calendar')} />
      <ListRow icon="home" title={copy.family.title} note={copy.family.row} onPress={() => open('family')} />
      <FaceRow home={home} />
      <ListRow icon="person" title={copy.member.profile.title} onPress={() => open('profile')} />
      <ListRow icon="message" title={copy.message.inbox.title} onPress={() => open('inbox')} />
      <ListRow icon="bell" title={copy.message.settings.title} note={copy.message.settings.note} onPress={() => open('notices')} />
      <ListRow icon="refresh" title={words.renew} note={words.renewNote} onPress={() => setRenewing(true)} />
      <StoreCodeSheet open={scanning} onClose={() => setScanning(false)} onGained={loadHome} />
      <RenewCodeSheet open={renewing} onClose={() => setRenewing(false)} />
    </Card>
  );
}

/** For those who work at a till the way to it. Who they are there is asked only where the home says that they are somebody. */
function StaffEntrance({ home }: { readonly home: Home | Welcome | null }): ReactNode {
  const { copy, say } = useSpeech();
  const { staff } = useCell(staffState);
  useEffect(() => {
    if (home?.works?.till === true && !staffState.get().asked) void loadStaff();
    if ((home?.works === null || home?.works?.till === false) && staffState.get().staff !== null) forgetStaff();
  }, [home]);
  if (staff === null) return null;
  return (
    <Card>
      <ListRow
        icon="shop"
        title={copy.member.mine.staff}
        note={copy.member.mine.staffNote(say(staff.shop.name))}
        onPress={() => open('till')}
      />
    </Card>
  );
}

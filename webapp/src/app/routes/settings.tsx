import { Page } from '@/components/page'
import { AccessSection } from '@/features/settings/components/access-section'
import { CalendarSection } from '@/features/settings/components/calendar-section'
import { ChannelsSection } from '@/features/settings/components/channels-section'
import { DisplaySection } from '@/features/settings/components/display-section'
import { InvitationsSection } from '@/features/settings/components/invitations-section'
import { LeaveSection } from '@/features/settings/components/leave-section'
import { PasswordSection } from '@/features/settings/components/password-section'
import { ProfileSection } from '@/features/settings/components/profile-section'
import '@/features/settings/strings'

/** What somebody decides once. */
export function Settings() {
  return (
    <Page title="place.settings">
      <div className="flex flex-col gap-10">
        <ProfileSection />
        <ChannelsSection />
        <CalendarSection />
        <DisplaySection />
        <PasswordSection />
        <InvitationsSection />
        <AccessSection />
        <LeaveSection />
      </div>
    </Page>
  )
}

import {
  Bot,
  Building2,
  CreditCard,
  Footprints,
  Glasses,
  Globe,
  Handshake,
  LifeBuoy,
  type LucideIcon,
  Mail,
  Megaphone,
  MessageSquare,
  Mic,
  MonitorSmartphone,
  Newspaper,
  Package,
  PanelTop,
  Phone,
  Search,
  Share2,
  Smartphone,
  Star,
  Store,
  Ticket,
  Tv,
  Users,
} from 'lucide-react'

/** One of eight hues; the icon tells apart what shares one. */
export type ChannelHue = 'app' | 'web' | 'push' | 'mail' | 'store' | 'till' | 'street' | 'pack'

interface Channel {
  word: string
  hue: ChannelHue
  icon: LucideIcon
}

/** Every kind of channel a touchpoint can have, in the order of a picker. */
export const channels = {
  WEBSITE: { word: 'Website', hue: 'web', icon: Globe },
  APP_PRODUCT: { word: 'App or product', hue: 'app', icon: Smartphone },
  EMAIL: { word: 'E-mail', hue: 'mail', icon: Mail },
  SMS_PUSH: { word: 'Text or push message', hue: 'push', icon: MessageSquare },
  SOCIAL: { word: 'Social network', hue: 'push', icon: Share2 },
  SEARCH: { word: 'Search', hue: 'web', icon: Search },
  DISPLAY_VIDEO_AD: { word: 'Online ad', hue: 'mail', icon: Megaphone },
  TV_RADIO_OUTDOOR: { word: 'TV, radio or street', hue: 'street', icon: Tv },
  SALES: { word: 'Sales person', hue: 'store', icon: Handshake },
  PHONE: { word: 'Phone', hue: 'street', icon: Phone },
  CHAT_BOT: { word: 'Chat or bot', hue: 'push', icon: Bot },
  HELP_CENTRE: { word: 'Help center', hue: 'web', icon: LifeBuoy },
  STORE: { word: 'Store', hue: 'store', icon: Store },
  EVENT: { word: 'Event', hue: 'store', icon: Ticket },
  COMMUNITY_FORUM: { word: 'Community', hue: 'web', icon: Users },
  REFERRAL: { word: 'Word of mouth', hue: 'street', icon: Footprints },
  REVIEW_SITE: { word: 'Review site', hue: 'mail', icon: Star },
  PRINT_LETTER: { word: 'Print or letter', hue: 'pack', icon: Newspaper },
  PACKAGING_MANUAL: { word: 'Packaging or manual', hue: 'pack', icon: Package },
  KIOSK: { word: 'Kiosk', hue: 'till', icon: PanelTop },
  PAYMENT: { word: 'Payment or till', hue: 'till', icon: CreditCard },
  VOICE_ASSISTANT: { word: 'Voice assistant', hue: 'app', icon: Mic },
  VR_AR: { word: 'Virtual reality', hue: 'app', icon: Glasses },
  PARTNER_AGENT: { word: 'Partner or agent', hue: 'store', icon: Building2 },
  OTHER: { word: 'Other', hue: 'street', icon: MonitorSmartphone },
} satisfies Record<string, Channel>

export type ChannelName = keyof typeof channels

/** The words by which the channels of data are called; the same as in the map module. */
const spoken: Record<ChannelName, string[]> = {
  WEBSITE: ['web', 'site', 'browser', 'desktop'],
  APP_PRODUCT: ['app', 'mobile', 'ios', 'android', 'product'],
  EMAIL: ['email', 'mail', 'newsletter'],
  SMS_PUSH: ['sms', 'push', 'notification', 'text'],
  SOCIAL: ['social', 'facebook', 'instagram', 'twitter', 'linkedin', 'tiktok'],
  SEARCH: ['search', 'google', 'bing', 'seo', 'sem'],
  DISPLAY_VIDEO_AD: ['display', 'video', 'ad', 'ads', 'banner', 'youtube'],
  TV_RADIO_OUTDOOR: ['tv', 'radio', 'outdoor', 'street', 'billboard'],
  SALES: ['sales', 'crm', 'rep'],
  PHONE: ['phone', 'call', 'ivr', 'callcenter', 'telephone'],
  CHAT_BOT: ['chat', 'bot', 'messenger'],
  HELP_CENTRE: ['help', 'support', 'ticket', 'faq'],
  STORE: ['store', 'shop', 'branch', 'counter', 'pos'],
  EVENT: ['event', 'fair', 'webinar'],
  COMMUNITY_FORUM: ['community', 'forum'],
  REFERRAL: ['referral', 'affiliate', 'friend'],
  REVIEW_SITE: ['review', 'reviews', 'rating'],
  PRINT_LETTER: ['print', 'letter', 'post', 'paper', 'flyer'],
  PACKAGING_MANUAL: ['packaging', 'package', 'manual', 'parcel'],
  KIOSK: ['kiosk', 'terminal'],
  PAYMENT: ['payment', 'checkout', 'till', 'card'],
  VOICE_ASSISTANT: ['voice', 'alexa', 'siri'],
  VR_AR: ['vr', 'ar'],
  PARTNER_AGENT: ['partner', 'agent', 'dealer'],
  OTHER: [],
}

/** The kind that a channel's name in the data speaks of; null when no word of it is known. */
export function channelNamed(name: string | null | undefined): ChannelName | null {
  if (!name) return null
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  for (const kind of Object.keys(channels) as ChannelName[]) {
    if (spoken[kind].some(word => words.includes(word)) || words.includes(kind.toLowerCase())) return kind
  }
  return null
}

package dev.sojourn.map.layout;

/// A role of color in a drawing. A theme gives each its color.
public enum Tone {
  PAPER,
  PAPER_2,
  PAPER_3,
  RAISED,
  LINE,
  LINE_2,
  EDGE,
  INK,
  INK_2,
  INK_3,
  TRAIL,
  TRAIL_INK,
  ALARM,
  ALARM_INK,
  LOST,
  LOST_INK,
  FEEL_BAD,
  FEEL_POOR,
  FEEL_EVEN,
  FEEL_FINE,
  FEEL_GOOD,
  CHANNEL_APP,
  CHANNEL_WEB,
  CHANNEL_PUSH,
  CHANNEL_MAIL,
  CHANNEL_STORE,
  CHANNEL_TILL,
  CHANNEL_STREET,
  CHANNEL_PACK
}
